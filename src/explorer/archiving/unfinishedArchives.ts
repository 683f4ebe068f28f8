import * as vscode from 'vscode';
import type { StoredRequest } from '../../domain/query/storedRequest.ts';
import { restoredRequest, storedRequest } from '../../domain/query/storedRequest.ts';
import { LineFile } from '../../machine/lineFile.ts';
import type { ArchiveTask, UnfinishedArchive } from './archiveTask.ts';

const storageKey = 'insights.unfinishedArchives';
const most = 20;

interface StoredArchive extends Omit<UnfinishedArchive, 'task'> {
  readonly task: Omit<ArchiveTask, 'request'> & { readonly request: StoredRequest };
}

/** What of this workspace was not archived to its end, the newest first, with the files that are kept of each. */
export class UnfinishedArchives {
  readonly #state: vscode.Memento;
  readonly #storage: vscode.Uri;

  constructor(state: vscode.Memento, storage: vscode.Uri) {
    this.#state = state;
    this.#storage = storage;
  }

  get all(): readonly UnfinishedArchive[] {
    return this.#state
      .get<readonly StoredArchive[]>(storageKey, [])
      .map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: restoredRequest(task.request) } }));
  }

  /** Says how far it is. */
  journalOf(task: Pick<ArchiveTask, 'id'>): LineFile {
    return new LineFile(this.#fileOf(task, 'journal').fsPath);
  }

  /** Holds what the cluster refused, each session with the reason. */
  refusedOf(task: Pick<ArchiveTask, 'id'>): { readonly uri: vscode.Uri; readonly lines: LineFile } {
    const uri = this.#fileOf(task, 'refused.ndjson');
    return { uri, lines: new LineFile(uri.fsPath) };
  }

  async keep(unfinished: UnfinishedArchive): Promise<void> {
    const others = this.all.filter(({ task }) => task.id !== unfinished.task.id);
    await this.#update([unfinished, ...others.slice(0, most - 1)]);
    for (const { task } of others.slice(most - 1)) await this.journalOf(task).remove();
  }

  async forget(task: Pick<ArchiveTask, 'id'>): Promise<void> {
    await this.#update(this.all.filter((other) => other.task.id !== task.id));
    await this.journalOf(task).remove();
  }

  #fileOf({ id }: Pick<ArchiveTask, 'id'>, ending: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#storage, 'archives', `${id}.${ending}`);
  }

  async #update(all: readonly UnfinishedArchive[]): Promise<void> {
    await this.#state.update(
      storageKey,
      all.map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: storedRequest(task.request) } })),
    );
  }
}
