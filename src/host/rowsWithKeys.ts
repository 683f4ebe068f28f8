import * as vscode from 'vscode';

/** What a command is called with by a key that is pressed in a view (`args` in package.json): it is about the row that the keys are at. */
export const rowWithKeys = 'rowWithKeys';

/**
 * The rows that a key in a view is about: those that are selected, or the one that the keys are at where that is another. VS Code tells
 * extensions what is selected, and arrows move the keys alone; but it can be asked to select the row with the keys, or to take it out,
 * and what changes is that row. Asked twice, all is as it was. To be called while the view has the keys.
 */
export async function rowsWithKeys<Row>(view: vscode.TreeView<Row>): Promise<readonly Row[]> {
  const selected = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const toggled = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const added = toggled.find((row) => !selected.includes(row));
  return added === undefined ? selected : [added];
}
