import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { settingsPath } from '../../machine/settingsPath.ts';
import { ConnectionProblem, UnreadableFile } from '../errors/connectionProblem.ts';
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
  readonly #starters: LocalStarters;
  readonly #services: LocalServices;
  readonly #versions = new FileVersions();

  constructor(starters: LocalStarters, onProgress: () => void) {
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

  dispose(): void {
    this.#services.dispose();
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
