import * as vscode from 'vscode';

/** Who looks at the page hears it there; everybody else sees it in the status bar. */
export function said(sentence: string | undefined): string | undefined {
  if (sentence !== undefined) vscode.window.setStatusBarMessage(sentence, 5_000);
  return sentence;
}
