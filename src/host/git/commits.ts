import * as vscode from 'vscode';
import type { CommitProblem, CommitTimes } from '../../domain/time/commitDates.ts';
import { DisposableStore, MutableDisposable } from '../disposables.ts';
import { once } from '../once.ts';
import { commitTime } from './commitTime.ts';
import type { GitInterface, GitRef, OpenRepository } from './gitRepository.ts';
import { openGit } from './openGit.ts';

/** How many answers are kept: a name that is being typed is another one with each letter. */
const mostKept = 200;

/** A burst of what happens in a repository is one change. */
const pause = 300;

interface Known {
  readonly answer: Date | CommitProblem;
  /** Whether something happened since: the answer stands until there is another. */
  stale: boolean;
}

/** The times of commits, from the repositories that VS Code's Git has open. Nothing is read before a date names a commit. */
export class Commits implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #opened = this.#store.add(new MutableDisposable<DisposableStore>());
  readonly #known = new Map<string, Known>();
  readonly #reading = new Set<string>();
  #git = once(() => this.#open());
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A time that was asked for is known now, or may be another one. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    // Git comes with trust, and goes and comes with its extension.
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#openAgain()));
    this.#store.add(vscode.extensions.onDidChange(() => this.#openAgain()));
  }

  /** What is known of the commits that a file's dates name. Of one that nobody has asked for reading begins, and `onDidChange` tells of it. */
  of(file: vscode.Uri): CommitTimes {
    return (ref) => {
      const key = `${ref} ${file.toString()}`;
      const known = this.#known.get(key);
      if (!known || known.stale) void this.#readSoon(key, ref, file);
      return known?.answer ?? { code: 'unread' };
    };
  }

  /** The times of commits as the repository of a file has them now. */
  async read(file: vscode.Uri, refs: readonly string[]): Promise<CommitTimes> {
    const times = new Map(await Promise.all(refs.map(async (ref) => [ref, await this.#timeOf(file, ref)] as const)));
    return (ref) => times.get(ref) ?? { code: 'unread' };
  }

  /** The tags and branches of a file's repository, those made last first; undefined where there is none. */
  async refsOf(file: vscode.Uri): Promise<readonly GitRef[] | undefined> {
    const repository = await this.#repositoryOf(file);
    return 'code' in repository ? undefined : repository.getRefs({ sort: 'creatordate' }).catch(() => undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  async #readSoon(key: string, ref: string, file: vscode.Uri): Promise<void> {
    if (this.#reading.has(key)) return;
    this.#reading.add(key);
    const before = this.#known.get(key);
    const answer = await this.#timeOf(file, ref);
    this.#reading.delete(key);
    this.#known.delete(key);
    this.#known.set(key, { answer, stale: false });
    for (const oldest of this.#known.keys()) if (this.#known.size > mostKept) this.#known.delete(oldest);
    if (JSON.stringify(before?.answer) !== JSON.stringify(answer)) this.#changed.fire();
  }

  async #timeOf(file: vscode.Uri, ref: string): Promise<Date | CommitProblem> {
    const repository = await this.#repositoryOf(file);
    return 'code' in repository ? repository : commitTime(ref, repository);
  }

  async #repositoryOf(file: vscode.Uri): Promise<OpenRepository | CommitProblem> {
    const git = await this.#git();
    if ('code' in git) return git;
    const { repositories } = git;
    const own = git.getRepository(file);
    // What was never saved belongs to the only one there is.
    const only = file.scheme === 'untitled' ? repositories[0] : undefined;
    if (!own && only && repositories.length > 1) {
      return { code: 'severalRepositories', names: repositories.map(({ rootUri }) => nameOf(rootUri)) };
    }
    return own ?? only ?? { code: 'noRepository' };
  }

  async #open(): Promise<GitInterface | CommitProblem> {
    const opened = new DisposableStore();
    this.#opened.value = opened;
    const git = await openGit(() => this.#openAgain(), opened);
    if ('code' in git) return git;
    const watch = ({ state }: OpenRepository): unknown => opened.add(state.onDidChange(() => this.#changeSoon()));
    for (const repository of git.repositories) watch(repository);
    opened.add(
      git.onDidOpenRepository((repository) => {
        watch(repository);
        this.#changeSoon();
      }),
    );
    opened.add(git.onDidCloseRepository(() => this.#changeSoon()));
    return git;
  }

  #openAgain(): void {
    this.#git = once(() => this.#open());
    this.#changeSoon();
  }

  /** Whoever shows a time asks for it again; for all else nothing is read. */
  #changeSoon(): void {
    if (this.#known.size === 0) return;
    for (const known of this.#known.values()) known.stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), pause);
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
