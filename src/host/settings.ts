import * as vscode from 'vscode';

/** Every setting of the extension, read where it is used and never kept: a change takes effect at once. */
const section = 'insights';

/** The most that package.json allows, a hundred times. */
const longestSeconds = 60_000;

/** A time zone as people choose it: `utc`, `local`, or the name of one, such as `Europe/Berlin`. */
export type ZoneChoice = 'utc' | 'local' | (string & {});

export function codeLensEnabled(): boolean {
  return read<unknown>('codeLens.enabled') !== false;
}

export function lintRules(resource?: vscode.Uri): Readonly<Record<string, unknown>> {
  return read<Record<string, unknown>>('lint.rules', resource) ?? {};
}

export function timeZone(): ZoneChoice {
  return String(read<unknown>('timeZone') ?? 'utc');
}

export function writeTimeZone(zone: ZoneChoice): Promise<'user' | 'workspace'> {
  return write('timeZone', zone);
}

/** Whether personal data is masked in what sessions show. */
export function masksScreen(): boolean {
  return read<unknown>('session.maskPersonalData') === true;
}

export function writeMasksScreen(masked: boolean): Promise<'user' | 'workspace'> {
  return write('session.maskPersonalData', masked);
}

/** What a shown session goes by. */
export function viewSettings(): {
  readonly timeZone: ZoneChoice;
  readonly singleKeys: boolean;
  readonly masked: boolean;
  readonly maskShared: boolean;
} {
  return {
    timeZone: timeZone(),
    singleKeys: read<unknown>('session.singleKeys') !== false,
    masked: masksScreen(),
    // Only a plain no opens it: what is no boolean is a slip.
    maskShared: read<unknown>('sharing.maskPersonalData') !== false,
  };
}

/** How long a request may take, with all its retries. */
export function requestTimeoutMs(): number {
  const seconds = read<unknown>('request.timeout');
  // A timer takes no more than 24 days.
  return (typeof seconds === 'number' && seconds >= 1 ? Math.min(seconds, longestSeconds) : 60) * 1000;
}

/** Whether what looks like a session id in terminals and logs is a link. */
export function linksSessionIds(): boolean {
  return read<unknown>('links.sessionIds') !== false;
}

/** How often a followed query is asked, and for how long. */
export function followSettings(): { readonly intervalMs: number; readonly lastsMs: number } {
  const seconds = Number(read<unknown>('follow.interval'));
  const minutes = Number(read<unknown>('follow.minutes'));
  return {
    // Less often than it may be would be a burden to the service, and a timer takes no more than 24 days.
    intervalMs: (seconds > 0 ? Math.min(Math.max(seconds, 5), 3600) : 10) * 1000,
    lastsMs: (minutes > 0 ? Math.min(minutes, 1440) : 60) * 60_000,
  };
}

export function defaultConnectionName(): string {
  const name = read<unknown>('activeConnection');
  return (typeof name === 'string' && name.trim()) || 'sample';
}

/** What the settings hold for `insights.connections`, unread, by where it stands. */
export function connectionSettings(): { readonly user: unknown; readonly workspace: unknown } {
  const found = vscode.workspace.getConfiguration(section).inspect<unknown>('connections');
  return { user: found?.globalValue, workspace: found?.workspaceFolderValue ?? found?.workspaceValue };
}

export async function writeConnectionSettings(connections: unknown, at: 'user' | 'workspace'): Promise<void> {
  const target = at === 'user' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration(section).update('connections', connections, target);
}

/** Tells when a setting changes whose name starts so. */
export function onDidChangeSetting(name: string, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(name)) listener();
  });
}

/** Writes a setting where it takes effect: a workspace that defines it stands before the user. */
async function write(name: string, value: unknown): Promise<'user' | 'workspace'> {
  const settings = vscode.workspace.getConfiguration(section);
  const inWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await settings.update(name, value, inWorkspace ? Workspace : Global);
  return inWorkspace ? 'workspace' : 'user';
}

function read<T>(name: string, resource?: vscode.Uri): T | undefined {
  return vscode.workspace.getConfiguration(section, resource).get<T>(name);
}
