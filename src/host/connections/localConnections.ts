import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import { settingsPath } from '../../machine/settingsPath.ts';
import { unfoundSentences } from '../../words/unfoundSentences.ts';
import { ConnectionProblem, UnreadableFile } from '../errors/connectionProblem.ts';
import type { Log } from '../log.ts';
import { FileVersions } from './fileVersions.ts';
import type { LocalProgress, LocalService, Starting } from './localService.ts';
import { LocalServices } from './localServices.ts';

export interface LocalStarters {
  readonly startSample: (starting: Starting) => Promise<LocalService>;
  readonly startFile: (file: string, starting: Starting) => Promise<LocalService>;
}

/** The service that stands for a connection, and which that is: two of one origin serve the same file as it was written. */
export interface ServedConnection {
  readonly origin: string;
  readonly service: LocalService;
}

const sampleSlot = '';

/** The connections to what is on this machine: the samples, and files. */
export class LocalConnections {
  readonly #starters: LocalStarters & { readonly log: Pick<Log, 'warn'> };
  readonly #services: LocalServices;
  readonly #versions = new FileVersions();
  readonly #unfound = new Map<string, UnfoundSessions>();

  constructor(starters: LocalStarters & { readonly log: Pick<Log, 'warn'> }, onProgress: () => void) {
    this.#starters = starters;
    this.#services = new LocalServices({ onProgress });
  }

  /** Throws a ConnectionProblem when its file cannot be served, and when everybody who waits for it has given up. */
  async serve(connection: Connection, signal?: AbortSignal): Promise<ServedConnection> {
    const { kind, name } = connection;
    const slot = slotOf(connection);
    try {
      const version = kind === 'file' ? await this.#versions.of(slot) : '';
      const start = (starting: Starting): Promise<LocalService> =>
        kind === 'file' ? this.#starters.startFile(slot, starting) : this.#starters.startSample(starting);
      const service = await this.#services.get({ slot, version, start, signal });
      this.#tellUnfound(connection, slot, service);
      return { origin: JSON.stringify([slot, version]), service };
    } catch (error) {
      if (signal?.aborted) throw new ConnectionProblem('cancelled', name);
      throw kind === 'file' ? new UnreadableFile(name, slot, error) : new ConnectionProblem('ended', name, error);
    }
  }

  /** What is being done for who waits for it. */
  progressOf(connection: Connection): LocalProgress | undefined {
    return this.#services.progressOf(slotOf(connection));
  }

  /** Which sessions of its file nobody finds, where it is or was served. */
  unfoundIn(connection: Connection): UnfoundSessions | undefined {
    return this.#unfound.get(slotOf(connection));
  }

  dispose(): void {
    this.#services.dispose();
  }

  /** Of each version of a file it is logged once. */
  #tellUnfound({ name }: Connection, slot: string, { unfound }: LocalService): void {
    if (!unfound || this.#unfound.get(slot) === unfound) return;
    this.#unfound.set(slot, unfound);
    for (const sentence of unfoundSentences(unfound)) this.#starters.log.warn(`${name}: ${sentence}`);
  }
}

function slotOf({ kind, file = '' }: Connection): string {
  if (kind !== 'file') return sampleSlot;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return settingsPath(
    file,
    folders.map(({ name, uri }) => ({ name, path: uri.fsPath })),
  );
}
