import type * as vscode from 'vscode';
import { shownNodeName } from '../../domain/nodes/shownNodeName.ts';
import type { NodeNames } from '../../protocol/messages.ts';
import type { NodeFiles } from '../nodeFiles.ts';

/** More are not sent: no flow has so many nodes, and each page gets all of them again with every change. */
const mostNames = 10_000;

/** What nodes are called, as pages need it: fit to be shown, and without the files that say so. `near` is whose workspace folder comes first. */
export function namesForPage(nodeFiles: NodeFiles, near: vscode.Uri | undefined): NodeNames {
  const names = nodeFiles.namesFor(near);
  return Object.fromEntries([...names].slice(0, mostNames).map(([id, name]) => [id, shownNodeName(name)]));
}
