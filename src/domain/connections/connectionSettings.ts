import { asBoolean, asRecord } from '../json/looseValues.ts';
import type { ArchiveAccess, SignIn } from './archiveAccess.ts';
import { readArchiveAccess } from './archiveAccess.ts';
import { readClusterAddress, readServiceAddress } from './serviceAddress.ts';

/** Where queries go. */
export interface Connection {
  readonly name: string;
  readonly kind: 'sample' | 'service' | 'file' | 'archive';
  /** The address of the service, or of the archive's cluster; a path in it is kept. */
  readonly address?: string;
  /** Exported sessions, served on this machine. */
  readonly file?: string;
  readonly region?: Region;
  readonly archive?: ArchiveAccess;
  readonly production: boolean;
  readonly definedIn: 'builtIn' | 'user' | 'workspace';
}

export const regions = ['eu', 'us'] as const;
export type Region = (typeof regions)[number];

/** The setting that connections are defined in. */
const settingName = 'insights.connections';

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
  /** The address of a cluster of OpenSearch or Elasticsearch. */
  readonly archive?: string;
  readonly index?: string;
  readonly signIn?: SignIn;
  readonly user?: string;
  readonly production?: boolean;
}

/** A setting that describes no connection, or one that must not be used. */
export interface ConnectionSlip {
  readonly name: string;
  /** `severalPlaces` is one that can be used: its archive counts, else its file, else its base URL. */
  readonly problem:
    | 'noAddress'
    | 'badAddress'
    | 'userInAddress'
    | 'notHttps'
    | 'badRegion'
    /** What says where its sessions are is no text: `value` names it. */
    | 'noText'
    /** It is none itself: it stands where the setting of all of them is to be. */
    | 'noList'
    | 'reservedName'
    | 'severalPlaces'
    | 'badIndex'
    | 'badSignIn'
    | 'noUser';
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
    const all = settings[definedIn];
    if (all !== undefined && all !== null && typeof all !== 'object')
      slips.push({ name: settingName, problem: 'noList' });
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
  // What is neither yes nor no is a slip, and asks before it deletes.
  const production =
    value.production !== undefined && value.production !== null && asBoolean(value.production) !== false;
  const noText = places.find(
    (place) =>
      value[place] !== undefined && value[place] !== null && typeof value[place] !== 'string' && place !== 'region',
  );
  if (noText) return { problem: 'noText', value: noText };
  if (typeof value.archive === 'string' && value.archive) return readArchive(name, { ...value, production });
  if (typeof value.file === 'string' && value.file) return { name, kind: 'file', file: value.file, production };
  if (typeof value.baseUrl === 'string' && value.baseUrl) {
    const read = readServiceAddress(value.baseUrl);
    if ('problem' in read) return { ...read, value: withoutUser(value.baseUrl) };
    return { name, kind: 'service', ...read, production };
  }
  const region = regions.find((one) => typeof value.region === 'string' && one === value.region.trim().toLowerCase());
  if (region) return { name, kind: 'service', region, address: addressOf(region), production };
  if (value.region === undefined || value.region === null) return { problem: 'noAddress' };
  return {
    problem: 'badRegion',
    value: typeof value.region === 'string' ? value.region : JSON.stringify(value.region),
  };
}

function readArchive(
  name: string,
  value: Record<string, unknown> & { readonly production: boolean },
): Omit<Connection, 'definedIn'> | Omit<ConnectionSlip, 'name'> {
  const written = String(value.archive);
  const read = readClusterAddress(written);
  if ('problem' in read) return { ...read, value: withoutUser(written) };
  const archive = readArchiveAccess(value);
  if ('problem' in archive) return archive;
  return { name, kind: 'archive', ...read, archive, production: value.production };
}

function withoutUser(address: string): string {
  return address.trim().replace(/\/\/[^/]*@/u, '//');
}

const places = ['archive', 'file', 'baseUrl', 'region'] as const;

/** What says where the sessions are. */
function placesOf(value: Record<string, unknown>): readonly string[] {
  return places.filter((place) => value[place] !== undefined && value[place] !== null && value[place] !== '');
}

/** Whether it is entered with a secret: a key of the service, or a key or password of a cluster. */
export function needsSecret({ kind, archive }: Pick<Connection, 'kind' | 'archive'>): boolean {
  return kind === 'service' || (kind === 'archive' && archive?.signIn !== 'none');
}

export function addressOf(region: Region): string {
  return `https://studio-api-${region}.ai.vonage.com`;
}
