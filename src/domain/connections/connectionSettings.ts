import { asRecord } from '../json/looseValues.ts';
import { readServiceAddress } from './serviceAddress.ts';

/** Where queries go. */
export interface Connection {
  readonly name: string;
  readonly kind: 'sample' | 'service' | 'file';
  /** The service's address; a path in it is kept. */
  readonly address?: string;
  /** Exported sessions, served on this machine. */
  readonly file?: string;
  readonly region?: Region;
  readonly production: boolean;
  readonly definedIn: 'builtIn' | 'user' | 'workspace';
}

export const regions = ['eu', 'us'] as const;
export type Region = (typeof regions)[number];

export const sampleConnection: Connection = {
  name: 'sample',
  kind: 'sample',
  production: false,
  definedIn: 'builtIn',
};

/** A connection as settings hold it. */
export interface ConnectionSetting {
  readonly region?: Region;
  readonly baseUrl?: string;
  readonly file?: string;
  readonly production?: boolean;
}

/** A setting that describes no connection, or one that must not be used. */
export interface ConnectionSlip {
  readonly name: string;
  /** `severalPlaces` is one that can be used: its file counts, else its base URL. */
  readonly problem: 'noAddress' | 'badAddress' | 'notHttps' | 'badRegion' | 'reservedName' | 'severalPlaces';
  /** What is wrong, as it is written; without a user and a password. */
  readonly value?: string;
}

/** What the settings define; the workspace's definition of a name stands before the user's. */
export function readConnections(settings: { readonly user: unknown; readonly workspace: unknown }): {
  readonly connections: readonly Connection[];
  readonly slips: readonly ConnectionSlip[];
} {
  const connections = new Map<string, Connection>([[sampleConnection.name, sampleConnection]]);
  const slips: ConnectionSlip[] = [];
  for (const definedIn of ['user', 'workspace'] as const) {
    for (const [name, value] of entriesOf(settings[definedIn])) {
      const read = readConnection(name, value);
      if ('problem' in read) slips.push({ name, ...read });
      else connections.set(name, { ...read, definedIn });
      if (!('problem' in read) && placesOf(value).length > 1) slips.push({ name, problem: 'severalPlaces' });
    }
  }
  return { connections: [...connections.values()], slips };
}

/** A map from names, or a list whose items have one. */
function entriesOf(value: unknown): readonly (readonly [string, Record<string, unknown>])[] {
  const entries = Array.isArray(value)
    ? value.map((item) => [asRecord(item).name, item] as const)
    : Object.entries(asRecord(value));
  return entries.flatMap(([name, item]) =>
    typeof name === 'string' && name.trim() ? [[name.trim(), asRecord(item)]] : [],
  );
}

function readConnection(
  name: string,
  value: Record<string, unknown>,
): Omit<Connection, 'definedIn'> | Omit<ConnectionSlip, 'name'> {
  if (name === sampleConnection.name) return { problem: 'reservedName' };
  const production = value.production === true;
  if (typeof value.file === 'string' && value.file) return { name, kind: 'file', file: value.file, production };
  if (typeof value.baseUrl === 'string' && value.baseUrl) {
    const read = readServiceAddress(value.baseUrl);
    if ('problem' in read) return { ...read, value: value.baseUrl.trim().replace(/\/\/[^/]*@/u, '//') };
    return { name, kind: 'service', ...read, production };
  }
  const region = regions.find((one) => one === String(value.region).toLowerCase());
  if (region) return { name, kind: 'service', region, address: addressOf(region), production };
  return value.region === undefined ? { problem: 'noAddress' } : { problem: 'badRegion', value: String(value.region) };
}

/** What says where the sessions are. */
function placesOf(value: Record<string, unknown>): readonly string[] {
  return ['file', 'baseUrl', 'region'].filter((place) => value[place] !== undefined && value[place] !== '');
}

export function addressOf(region: Region): string {
  return `https://studio-api-${region}.ai.vonage.com`;
}
