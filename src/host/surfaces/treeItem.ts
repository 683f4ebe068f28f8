import type * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';

/** Makes the words of a row inert, all but those of a Markdown tooltip, which is made so piece by piece. */
export function inertTreeItem(item: vscode.TreeItem): vscode.TreeItem {
  if (typeof item.label === 'string') item.label = inertText(item.label);
  if (typeof item.description === 'string') item.description = inertText(item.description);
  if (typeof item.tooltip === 'string') item.tooltip = item.tooltip.split('\n').map(inertText).join('\n');
  const { label, role } = item.accessibilityInformation ?? {};
  if (label !== undefined) item.accessibilityInformation = { label: inertText(label), ...(role ? { role } : {}) };
  return item;
}
