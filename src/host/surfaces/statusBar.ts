import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';
import { iconText } from './iconText.ts';

/** Says something in the status bar, for a moment. */
export function tellInStatusBar(sentence: string, ms = 5_000): void {
  vscode.window.setStatusBarMessage(inertText(sentence), ms);
}

export interface StatusItemPlace {
  readonly id: string;
  /** What it is called where it can be hidden. */
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly priority?: number;
}

export interface StatusItemLook {
  /** A codicon's id. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip?: string;
  readonly command: string | vscode.Command;
  readonly background?: 'warning' | 'error' | undefined;
}

/** Something that stands in the status bar. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor({ id, name, side, priority }: StatusItemPlace) {
    const { Left, Right } = vscode.StatusBarAlignment;
    this.#item = vscode.window.createStatusBarItem(id, side === 'left' ? Left : Right, priority);
    this.#item.name = name;
  }

  show({ icon, text, tooltip, command, background }: StatusItemLook): void {
    const item = this.#item;
    item.text = iconText(icon, text);
    item.tooltip = tooltip === undefined ? undefined : inertText(tooltip);
    item.accessibilityInformation = { label: inertText(tooltip ?? text) };
    item.command = command;
    item.backgroundColor = background && new vscode.ThemeColor(`statusBarItem.${background}Background`);
    item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
