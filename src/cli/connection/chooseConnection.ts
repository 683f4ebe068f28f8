import { basename, resolve } from 'node:path';
import type { Connection, ConnectionSlip } from '../../domain/connections/connectionSettings.ts';
import { addressOf, readConnections, regions, sampleConnection } from '../../domain/connections/connectionSettings.ts';
import { readServiceAddress } from '../../domain/connections/serviceAddress.ts';
import { asText } from '../../domain/json/looseValues.ts';
import { closest } from '../../domain/text/closest.ts';
import { settingsPath } from '../../machine/settingsPath.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { SettingsFiles } from './settingsFiles.ts';
import { settingOf } from './settingsFiles.ts';

/** What the options say of where sessions come from. */
export interface ConnectionChoice {
  readonly connection?: string | undefined;
  readonly region?: string | undefined;
  readonly url?: string | undefined;
  readonly file?: string | undefined;
}

/** A connection that the options define themselves. */
export interface ChosenConnection extends Omit<Connection, 'definedIn'> {
  readonly definedIn: Connection['definedIn'] | 'options';
}

/**
 * The connection that the options name or describe, else the one that the query names, else the active one of the settings, else `sample`. A path is that of `folder` where the
 * options have it, and of the workspace where its settings do. Throws WrongUse.
 */
export function chooseConnection(
  choice: ConnectionChoice,
  of: { readonly query: string | undefined; readonly settings: SettingsFiles; readonly folder: string },
): ChosenConnection {
  const given = (['connection', 'region', 'url', 'file'] as const).filter((name) => choice[name] !== undefined);
  if (given.length > 1) throw new WrongUse(`${given.map((name) => `--${name}`).join(' and ')} exclude each other.`);
  const own = { production: false, definedIn: 'options' } as const;
  if (choice.file !== undefined) {
    return { ...own, name: choice.file, kind: 'file', file: resolve(of.folder, choice.file) };
  }
  if (choice.url !== undefined) {
    const read = readServiceAddress(choice.url);
    if ('problem' in read)
      throw new WrongUse(wordsOfSlip({ name: '--url', ...read, value: choice.url.replace(/\/\/[^/]*@/u, '//') }));
    return { ...own, name: 'url', kind: 'service', ...read };
  }
  if (choice.region !== undefined) {
    const region = regions.find((one) => one === choice.region?.toLowerCase());
    if (!region) throw new WrongUse(wordsOfSlip({ name: '--region', problem: 'badRegion', value: choice.region }));
    return { ...own, name: region, kind: 'service', region, address: addressOf(region) };
  }
  const active = asText(settingOf(of.settings, 'insights.activeConnection'))?.trim();
  return namedConnection(choice.connection ?? of.query ?? active ?? sampleConnection.name, of.settings);
}

/** A connection of the settings. Throws WrongUse where there is none of that name. */
export function namedConnection(name: string, { user, workspace, workspaceFolder }: SettingsFiles): Connection {
  const key = 'insights.connections';
  const { connections, slips } = readConnections({ user: user[key], workspace: workspace[key] });
  const found = connections.find((one) => one.name === name);
  if (found) {
    const folder = { name: basename(workspaceFolder), path: workspaceFolder };
    return found.file === undefined ? found : { ...found, file: settingsPath(found.file, [folder]) };
  }
  const slip = slips.find((one) => one.name === name || one.problem === 'noList');
  if (slip) throw new WrongUse(wordsOfSlip(slip));
  const [near] = closest(
    name,
    connections.map((one) => one.name),
    1,
  );
  throw new WrongUse(
    `There is no connection named "${name}" in the settings of this workspace or yours.${near ? ` Did you mean "${near}"?` : ''}`,
  );
}

export function wordsOfSlip({ name, problem, value = '' }: ConnectionSlip): string {
  switch (problem) {
    case 'badAddress':
      return `${name}: "${value}" is not an address that requests can go to.`;
    case 'userInAddress':
      return `${name}: leave the user and the password out of "${value}". The environment says what is secret (see docs/archive.md), and --user or the settings say the user.`;
    case 'notHttps':
      return `${name}: "${value}" must start with https: anything else would show your key to others.`;
    case 'badIndex':
      return `${name}: the index "${value}" is not one: it is written in small letters, such as insights-sessions-*.`;
    case 'badSignIn':
      return `${name}: "${value}" isn’t a way to sign in: there are apiKey, password and none.`;
    case 'noUser':
      return `${name}: the connection signs in with a password, and names no user.`;
    case 'badRegion':
      return `${name}: there is no region "${value}". There are ${regions.join(' and ')}.`;
    case 'noText':
      return `${name}: "${value}" must be a text, between quotation marks.`;
    case 'noList':
      return `${name} must hold connections by their names: { "production": { "region": "eu" } }.`;
    case 'noAddress':
      return `${name}: the connection names no region, base URL, file or archive.`;
    case 'reservedName':
      return `"${name}" is built in: the connection needs another name.`;
    case 'severalPlaces':
      return `${name}: the connection says more than once where its sessions are.`;
  }
}
