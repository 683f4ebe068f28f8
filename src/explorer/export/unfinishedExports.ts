import * as vscode from 'vscode';
import { LineFile } from '../../disk/lineFile.ts';
import { readRefinement } from '../../domain/analysis/refinement.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { ExportTask, UnfinishedExport } from './exportTask.ts';

const storageKey = 'insights.unfinishedExports';
const most = 20;

/** As it is kept: dates are texts, and a refinement is what it is read from. */
interface StoredExport extends Omit<UnfinishedExport, 'task'> {
  readonly task: Omit<ExportTask, 'request'> & { readonly request: StoredRequest };
}
interface StoredRequest extends Omit<SearchRequest, 'range' | 'refinement'> {
  readonly range: { readonly from: string; readonly to: string };
  readonly refinement?: { readonly refine: unknown; readonly now: string };
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
      .map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: restored(task.request) } }));
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
      all.map(({ task, ...figures }) => ({ ...figures, task: { ...task, request: stored(task.request) } })),
    );
  }
}

function stored({ range: { from, to }, refinement, ...request }: SearchRequest): StoredRequest {
  const source = refinement?.source;
  return {
    ...request,
    range: { from: from.toISOString(), to: to.toISOString() },
    ...(source ? { refinement: { refine: source.refine, now: source.now.toISOString() } } : {}),
  };
}

function restored({ range: { from, to }, refinement, ...request }: StoredRequest): SearchRequest {
  return {
    ...request,
    range: { from: new Date(from), to: new Date(to) },
    ...(refinement ? { refinement: readRefinement(refinement.refine, new Date(refinement.now)) } : {}),
  };
}
