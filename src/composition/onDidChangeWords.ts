import * as vscode from 'vscode';
import { onDidChangeSetting } from '../host/settings.ts';

/** Tells when rows say times in another zone, or show or mask personal data. */
export function onDidChangeWords(listener: (change: unknown) => unknown): vscode.Disposable {
  const settings = ['insights.timeZone', 'insights.session.maskPersonalData'];
  return vscode.Disposable.from(...settings.map((name) => onDidChangeSetting(name, () => listener(undefined))));
}
