import * as vscode from 'vscode';
import { pageHtml } from './pageHtml.ts';

/** The HTML of a session's page in this webview. */
export function sessionPage(webview: vscode.Webview, dist: vscode.Uri): string {
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return pageHtml({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    cspSource: webview.cspSource,
    script: address('page.js'),
    style: address('page.css'),
    language: vscode.env.language,
    title: vscode.l10n.t('Session'),
  });
}
