import * as vscode from 'vscode';

/** Shows a document with a place selected, never over what is in front: where it is visible already, else at its side. */
export async function showBeside(document: vscode.TextDocument, selection?: vscode.Range): Promise<void> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const there = all.find(
    (group) =>
      group !== activeTabGroup &&
      group.tabs.some(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
      ),
  );
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: there?.viewColumn ?? vscode.ViewColumn.Beside,
    preview: false,
  });
  // The page that asked takes the keys back when a list of choices closes.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  if (!selection) return;
  // The cursor at its beginning: a long line would be scrolled to its end.
  editor.selection = new vscode.Selection(selection.end, selection.start);
  editor.revealRange(
    new vscode.Range(selection.start, selection.start),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
