import * as vscode from 'vscode';
import type { NodeToName } from '../../domain/nodes/nodeFileCompletion.ts';
import type { NodeDocumentLink } from './nodeFileFeatures.ts';
import { nodeFile } from './nodeFileSelector.ts';

/** What node files have beside what their schema gives: the ids of nodes that were seen and have no name yet, and links to press. */
export function registerNodeFileFeatures(unnamed: () => Promise<readonly NodeToName[]>): vscode.Disposable {
  // Most windows never show a node file.
  const features = () => import('./nodeFileFeatures.ts');
  const links: vscode.DocumentLinkProvider<NodeDocumentLink> = {
    provideDocumentLinks: async (document) => (await features()).documentLinks(document),
    resolveDocumentLink: async (link) => (await features()).resolveDocumentLink(link),
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      nodeFile,
      {
        provideCompletionItems: async (document, position) =>
          (await features()).nodeIdItems(document, position, await unnamed()),
      },
      '"',
    ),
    vscode.languages.registerDocumentLinkProvider(nodeFile, links),
  );
}
