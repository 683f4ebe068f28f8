import * as vscode from 'vscode';
import { closedDirection } from '../../domain/text/closedDirection.ts';
import { inertText } from '../../domain/text/inertText.ts';

/** Has the person pick one of several. */
export async function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Promise<T | undefined> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, inertWords(options));
  return picked && items[shown.indexOf(picked)];
}

/** Has the person pick as many as they want; none where the question was left. */
export async function pickSeveral<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Promise<readonly T[]> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, { ...inertWords(options), canPickMany: true });
  return (picked ?? []).flatMap((item) => items[shown.indexOf(item)] ?? []);
}

/** Has the person write a line. */
export async function askLine(options: vscode.InputBoxOptions): Promise<string | undefined> {
  return vscode.window.showInputBox(inertWords(options));
}

/** Has the person choose files that are there; none where the question was left. */
export async function askFiles(options: vscode.OpenDialogOptions): Promise<readonly vscode.Uri[]> {
  return (await vscode.window.showOpenDialog(inertWords(options))) ?? [];
}

/** Has the person say where a file is to be. */
export async function askFile(options: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog(inertWords(options));
}

export function createPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  return inertInput(vscode.window.createQuickPick<T>());
}

/** A pick whose rows stay in the order in which they are given, whatever is typed. */
export function createOrderedPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  // VS Code sorts rows by where they hold what is typed. It has this switch, but not among the types of the API.
  return inertInput(Object.assign(vscode.window.createQuickPick<T>(), { sortByLabel: false }));
}

export function createLine(): vscode.InputBox {
  return inertInput(vscode.window.createInputBox());
}

/** The words of a question, wherever they stand in its options. What is in the text field is an answer, and stays as it is. */
const words: ReadonlySet<string | symbol> = new Set([
  'title',
  'placeHolder',
  'placeholder',
  'prompt',
  'validationMessage',
]);

function inertWords<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, inertValue(name, value)])) as T;
}

function inertValue(name: string | symbol, value: unknown): unknown {
  return words.has(name) && typeof value === 'string' ? inertText(value) : value;
}

function inertItem<T extends vscode.QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: closedDirection(inertText(label)),
    ...(description === undefined ? {} : { description: closedDirection(inertText(description)) }),
    ...(detail === undefined ? {} : { detail: inertText(detail) }),
  };
}

/** A question that stays while it is answered: whatever is put into it is shown inert, and items come back as they were given. */
function inertInput<T extends vscode.QuickInput>(input: T): T {
  const given = new Map<unknown, unknown>();
  const shown = new Map<unknown, unknown>();
  const show = (items: readonly vscode.QuickPickItem[]): vscode.QuickPickItem[] => {
    given.clear();
    shown.clear();
    return items.map((item) => {
      const made = inertItem(item);
      given.set(made, item);
      shown.set(item, made);
      return made;
    });
  };
  const each = (items: unknown, by: ReadonlyMap<unknown, unknown>): unknown =>
    Array.isArray(items) ? items.map((item: unknown) => by.get(item) ?? item) : items;
  return new Proxy(input, {
    set(target, name, value) {
      if (name === 'items') return Reflect.set(target, name, show(value));
      if (name === 'activeItems' || name === 'selectedItems') return Reflect.set(target, name, each(value, shown));
      return Reflect.set(target, name, inertValue(name, value));
    },
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function') return value.bind(target);
      return each(value, given);
    },
  });
}
