import * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';

export interface LinkNeeds {
  readonly extensionId: string;
  readonly hasConnection: (name: string) => boolean;
  /** The session that a row of a tree stands for. */
  readonly sessionOfRow: (row: unknown) => Promise<vscode.Uri | undefined>;
}

/** Links to sessions: made, and opened. */
export function registerLinks(
  registrar: CommandRegistrar,
  { extensionId, hasConnection, sessionOfRow }: LinkNeeds,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      handleUri: async (link) => (await import('./openLink.ts')).openLink(link, hasConnection),
    }),
    registrar.register({
      'insights.copySessionLink': async (row) => {
        const { copySessionLink } = await import('./copySessionLink.ts');
        await copySessionLink((await sessionOfRow(row)) ?? sessionInFront(), extensionId);
      },
    }),
  );
}

function sessionInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
