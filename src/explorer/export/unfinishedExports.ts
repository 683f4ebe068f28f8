import * as vscode from 'vscode';
import type { StoredRequest } from '../../domain/query/storedRequest.ts';
import { restoredRequest, storedRequest } from '../../domain/query/storedRequest.ts';
import { LineFile } from '../../machine/lineFile.ts';
import type { ExportTask, UnfinishedExport } from './exportTask.ts';

const storageKey = 'insights.unfinishedExports';
const most = 20;

/** As it is kept: dates are texts, and a refinement is what it is read from. */
interface StoredExport extends Omit<UnfinishedExport, 'task'> {
  readonly task: Omit<ExportTask, 'request'> & { readonly request: StoredRequest };
}

/** The exports of this workspace that stopped on the way, or that a window left when it was closed. The newest first. */
export class UnfinishedExports {
  readonly #state: vscode.Memento;
  readonly #storage: vscode.Uri;
  /** Those that this window is writing. */
  readonly #running = new Set<string>();

  constructor(state: vscode.Memento, storage: vscode.Uri) {
    this.#state = state;
    this.#storage = storage;
  }

  /** Those that may be gone on with. */
  get waiting(): readonly UnfinishedExport[] {
    return this.#all.filter(({ task }) => !this.#running.has(task.id));
  }

  begin({ id }: Pick<ExportTask, 'id'>): void {
    this.#running.add(id);
  }

  end({ id }: Pick<ExportTask, 'id'>): void {
    this.#running.delete(id);
  }

  get #all(): readonly UnfinishedExport[] {
    return this.#state
      .get<readonly StoredExport[]>(storageKey, [])
      .map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: restoredRequest(task.request) } }));
  }

  /** How many sessions it is about, as far as it was said; 0 when nobody knows. */
  totalOf({ id }: Pick<ExportTask, 'id'>): number {
    return this.#all.find(({ task }) => task.id === id)?.total ?? 0;
  }

  /** Beside what was written it is known what is left to be read. */
  journalOf({ id }: Pick<ExportTask, 'id'>): LineFile {
    return new LineFile(vscode.Uri.joinPath(this.#storage, 'exports', `${id}.journal`).fsPath);
  }

  async keep(unfinished: UnfinishedExport): Promise<void> {
    const others = this.#all.filter(({ task }) => task.id !== unfinished.task.id);
    const [kept, old] = [others.slice(0, most - 1), others.slice(most - 1)];
    await this.#update([unfinished, ...kept]);
    for (const { task } of old) await this.journalOf(task).remove();
  }

  async forget(task: Pick<ExportTask, 'id'>): Promise<void> {
    await this.#update(this.#all.filter((other) => other.task.id !== task.id));
    await this.journalOf(task).remove();
  }

  async #update(all: readonly UnfinishedExport[]): Promise<void> {
    await this.#state.update(
      storageKey,
      all.map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: storedRequest(task.request) } })),
    );
  }
}
