import type * as vscode from 'vscode';
import { closedDirection } from '../../domain/text/closedDirection.ts';
import { inertText } from '../../domain/text/inertText.ts';

/** Makes the words of a row inert, and keeps those of one part on their side of the next; all but those of a Markdown tooltip, which is made so piece by piece. */
export function inertTreeItem(item: vscode.TreeItem): vscode.TreeItem {
  if (typeof item.label === 'string') item.label = closedDirection(inertText(item.label));
  if (typeof item.description === 'string') item.description = closedDirection(inertText(item.description));
  if (typeof item.tooltip === 'string') item.tooltip = item.tooltip.split('\n').map(inertText).join('\n');
  const { label, role } = item.accessibilityInformation ?? {};
  if (label !== undefined) item.accessibilityInformation = { label: inertText(label), ...(role ? { role } : {}) };
  return item;
}
