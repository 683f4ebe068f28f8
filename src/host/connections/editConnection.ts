import * as vscode from 'vscode';
import { defaultIndex } from '../../domain/connections/archiveAccess.ts';
import type { Connection, ConnectionSetting } from '../../domain/connections/connectionSettings.ts';
import { addressOf, regions } from '../../domain/connections/connectionSettings.ts';
import type { ReadAddress } from '../../domain/connections/serviceAddress.ts';
import { readClusterAddress, readServiceAddress } from '../../domain/connections/serviceAddress.ts';
import { connectionSettings, writeConnectionSettings } from '../settings.ts';
import type { ArchiveDraft } from './archiveSteps.ts';
import { archiveSteps } from './archiveSteps.ts';
import type { Connections } from './connections.ts';
import type { WizardStep } from './wizard.ts';
import { askText, choose, walk } from './wizard.ts';

type Kind = (typeof regions)[number] | 'baseUrl' | 'file' | 'archive';
type Place = 'user' | 'workspace';

/** Asks for a connection step by step and writes it to the settings; undefined when the person left. */
export async function editConnection(
  connections: Connections,
  start: { name?: string; before?: Connection },
): Promise<string | undefined> {
  const { before } = start;
  const title = before ? vscode.l10n.t('Edit Connection "{0}"', before.name) : vscode.l10n.t('Add Connection');
  const names = new Set(
    connections
      .list()
      .map(({ name }) => name)
      .filter((name) => name !== before?.name),
  );
  let name = before?.name ?? start.name ?? '';
  let kind: Kind | undefined = before ? kindOf(before) : undefined;
  let where = before?.kind === 'file' ? (before.file ?? '') : (before?.address ?? '');
  const access: ArchiveDraft = { ...(before?.archive ?? { index: defaultIndex, signIn: 'none' }) };
  let production = before?.production ?? false;
  let place: Place = before?.definedIn === 'workspace' ? 'workspace' : 'user';
  const askName: WizardStep = async (at) => {
    const answer = await askText({
      ...at,
      title,
      prompt: vscode.l10n.t('A name, as query files will use it'),
      placeholder: 'production',
      value: name,
      problem: (text) => (names.has(text) ? vscode.l10n.t('There is a connection of that name already.') : undefined),
    });
    if (typeof answer === 'object') name = answer.value;
    return answer;
  };
  const askKind: WizardStep = async (at) => {
    const answer = await choose<Kind>({
      ...at,
      title,
      placeholder: vscode.l10n.t('Where are its sessions? They are only found in the region of their agent.'),
      choices: [
        ...regions.map((region) => ({ label: region.toUpperCase(), description: addressOf(region), value: region })),
        { label: vscode.l10n.t('Another address…'), description: 'https://…', value: 'baseUrl' as const },
        {
          label: vscode.l10n.t('A file of exported sessions…'),
          description: '.ndjson, .json',
          value: 'file' as const,
        },
        {
          label: vscode.l10n.t('An archive in OpenSearch or Elasticsearch…'),
          description: 'https://…:9200',
          value: 'archive' as const,
        },
      ],
      ...(kind ? { active: kind } : {}),
    });
    if (typeof answer === 'object') kind = answer.value;
    return answer;
  };
  const askAddress: WizardStep = async (at) => {
    if (kind !== 'baseUrl' && kind !== 'file' && kind !== 'archive') return 'skip';
    const file = kind === 'file';
    const answer = await askText({
      ...at,
      title,
      prompt: file
        ? vscode.l10n.t('The path of the file, from the workspace folder or absolute')
        : kind === 'archive'
          ? vscode.l10n.t('The address of the cluster')
          : vscode.l10n.t('The address of the service'),
      placeholder: file
        ? 'exports/last-week.ndjson'
        : kind === 'archive'
          ? 'https://cluster.example.com:9200'
          : 'https://insights.example.com',
      value: where,
      problem: (text) => (file ? undefined : wordsOfAddress(text, kind)),
    });
    if (typeof answer === 'object') where = answer.value;
    return answer;
  };
  const askProduction: WizardStep = async (at) => {
    const answer = await choose<boolean>({
      ...at,
      title,
      placeholder: vscode.l10n.t('Is it production? The status bar marks it.'),
      choices: [
        { label: vscode.l10n.t('Not production'), value: false },
        { label: vscode.l10n.t('Production'), description: vscode.l10n.t('marked in the status bar'), value: true },
      ],
      active: production,
    });
    if (typeof answer === 'object') production = answer.value;
    return answer;
  };
  const askWhose: WizardStep = async (at) => {
    if (before || !vscode.workspace.workspaceFolders?.length) return 'skip';
    const answer = await choose<Place>({
      ...at,
      title,
      placeholder: vscode.l10n.t('Who is it for? The key is never part of it.'),
      choices: [
        { label: vscode.l10n.t('For me'), description: vscode.l10n.t('user settings'), value: 'user' },
        {
          label: vscode.l10n.t('For everybody in this workspace'),
          description: vscode.l10n.t('workspace settings'),
          value: 'workspace',
        },
      ],
      active: place,
    });
    if (typeof answer === 'object') place = answer.value;
    return answer;
  };
  const finished = await walk(() => [
    askName,
    askKind,
    askAddress,
    ...(kind === 'archive' ? archiveSteps(title, access) : []),
    askProduction,
    askWhose,
  ]);
  if (!finished || !kind) return undefined;
  const setting: ConnectionSetting = {
    ...placeOf(kind, where, access),
    ...(production ? { production } : {}),
  };
  await change(place, (all) => {
    if (before) delete all[before.name];
    all[name] = setting;
  });
  return name;
}

export async function removeConnection({ name, definedIn }: Connection): Promise<void> {
  if (definedIn === 'builtIn') return;
  await change(definedIn, (all) => {
    delete all[name];
  });
}

/** Settings may hold a list: what is written is always the map. */
async function change(place: Place, edit: (all: Record<string, unknown>) => void): Promise<void> {
  const value = connectionSettings()[place];
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map(({ name, ...rest }) => [String(name), rest])
    : Object.entries(value ?? {});
  const all = Object.fromEntries(entries);
  edit(all);
  await writeConnectionSettings(all, place);
}

function placeOf(kind: Kind, where: string, { index, signIn, user }: ArchiveDraft): ConnectionSetting {
  switch (kind) {
    case 'file':
      return { file: where };
    case 'baseUrl':
      return { baseUrl: addressIn(where, kind) };
    case 'archive':
      return { archive: addressIn(where, kind), index, signIn, ...(signIn === 'password' && user ? { user } : {}) };
    default:
      return { region: kind };
  }
}

/** What is meant, without what was copied along. */
function addressIn(written: string, kind: Kind): string {
  const read = readAddress(written, kind);
  return 'problem' in read ? written : read.address;
}

function kindOf({ kind, region }: Connection): Kind {
  return kind === 'file' || kind === 'archive' ? kind : (region ?? 'baseUrl');
}

function readAddress(written: string, kind: Kind | undefined): ReadAddress {
  return kind === 'archive' ? readClusterAddress(written) : readServiceAddress(written);
}

function wordsOfAddress(text: string, kind: Kind | undefined): string | undefined {
  const read = readAddress(text, kind);
  switch ('problem' in read ? read.problem : undefined) {
    case 'badAddress':
    case 'userInAddress':
      return vscode.l10n.t('Type an address without user, query or fragment, such as https://insights.example.com');
    case 'notHttps':
      return vscode.l10n.t('It must start with https: anything else would show your key to others.');
    default:
      return undefined;
  }
}
