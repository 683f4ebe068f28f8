import * as vscode from 'vscode';
import type { PageName } from './pageHtml.ts';
import { pageHtml } from './pageHtml.ts';

/** The HTML of a page in this webview. */
export function pageOfWebview(webview: vscode.Webview, dist: vscode.Uri, name: PageName): string {
  return pageHtml({
    name,
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    cspSource: webview.cspSource,
    addressOf: (file) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString(),
    // A language that we have no words of hears English, and should hear it as such.
    language: vscode.l10n.bundle ? vscode.env.language : 'en',
    title: titleOf(name),
  });
}

function titleOf(name: PageName): string {
  switch (name) {
    case 'session':
      return vscode.l10n.t('Session');
    case 'comparison':
      return vscode.l10n.t('Comparison');
    case 'results':
      return vscode.l10n.t('Results');
  }
}
