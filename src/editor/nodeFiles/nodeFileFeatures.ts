import * as vscode from 'vscode';
import type { NodeToName } from '../../domain/nodes/nodeFileCompletion.ts';
import { nodeIdsAt } from '../../domain/nodes/nodeFileCompletion.ts';
import type { WrittenLink } from '../../domain/nodes/nodeFileLinks.ts';
import { linksIn } from '../../domain/nodes/nodeFileLinks.ts';
import { readNodeLink } from '../../domain/nodes/nodeLink.ts';
import { inertText } from '../../domain/text/inertText.ts';
import { followNodeLink } from '../../host/nodeLinks.ts';
import { rangeOf } from '../queries/parsedQueries.ts';

/** The nodes that can be named at a place. */
export function nodeIdItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  nodes: readonly NodeToName[],
): vscode.CompletionItem[] {
  const { items, ...span } = nodeIdsAt(document.getText(), document.offsetAt(position), nodes);
  return items.map(({ id, detail, snippet, filterText }, index) => {
    const label = inertText(id);
    const shown = detail === undefined ? label : { label, description: inertText(detail) };
    const item = new vscode.CompletionItem(shown, vscode.CompletionItemKind.Value);
    item.range = rangeOf(document, span);
    item.insertText = new vscode.SnippetString(snippet);
    item.filterText = filterText;
    item.sortText = String(index).padStart(4, '0');
    return item;
  });
}

/** A link of a node file. Where it leads is found out when somebody wants to go there. */
export class NodeDocumentLink extends vscode.DocumentLink {
  readonly nodeFile: vscode.Uri;
  readonly link: string;

  constructor(document: vscode.TextDocument, written: WrittenLink) {
    super(rangeOf(document, written));
    this.nodeFile = document.uri;
    this.link = written.link;
  }
}

/** Those that may lead somewhere: VS Code opens no other. */
export function documentLinks(document: vscode.TextDocument): NodeDocumentLink[] {
  return linksIn(document.getText())
    .filter(({ link }) => readNodeLink(link))
    .map((written) => new NodeDocumentLink(document, written));
}

/** Gives a link its target, if it has one that may be opened. */
export async function resolveDocumentLink(link: NodeDocumentLink): Promise<NodeDocumentLink> {
  const target = await followNodeLink(link.nodeFile, link.link);
  if (target.type === 'web') link.target = target.uri;
  if (target.type === 'file') {
    const fragment = target.selection ? `L${target.selection.start.line + 1}` : '';
    link.target = target.uri.with({ fragment });
  }
  return link;
}
