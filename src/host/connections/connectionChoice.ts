import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';

/** A connection as lists to choose from show it. */
export function connectionChoice({
  name,
  kind,
  address,
  file,
  archive,
  production,
  definedIn,
}: Connection): vscode.QuickPickItem {
  const icon = { sample: 'beaker', file: 'file', archive: 'database', service: 'plug' }[kind];
  const where = {
    sample: vscode.l10n.t('built in, no account needed'),
    file: file ?? '',
    service: address ?? '',
    archive: [address, archive?.index].join(' '),
  }[kind];
  const marks = [
    ...(production ? [vscode.l10n.t('production')] : []),
    ...(definedIn === 'workspace' ? [vscode.l10n.t('defined by the workspace')] : []),
  ];
  return { label: name, description: [where, ...marks].join(' · '), iconPath: new vscode.ThemeIcon(icon) };
}
