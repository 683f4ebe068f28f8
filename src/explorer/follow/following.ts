import * as vscode from 'vscode';
import type { FollowedQueries } from '../../api/follow/followedQueries.ts';
import type { Follower, FollowOptions } from '../../api/follow/follower.ts';
import type { Run } from '../../api/runs/run.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { commandOf } from '../../host/commands.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { followSettings } from '../../host/settings.ts';
import { StatusItem, tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { ConnectedService, PreparedQuery, RunSources } from '../runs/runQuery.ts';
import { prepareQuery, startRun } from '../runs/runQuery.ts';

export type StartFollowing = (
  prepared: PreparedQuery,
  options: Pick<FollowOptions, 'known' | 'from' | 'intervalMs' | 'lastsMs'>,
) => Promise<Follower>;

export interface FollowSources extends RunSources {
  readonly startFollowing: StartFollowing;
  /** The first page of what a request finds. */
  readonly newestOf: (
    service: ConnectedService,
    request: SearchRequest,
    signal: AbortSignal,
  ) => Promise<readonly SessionDocument[]>;
  /** Who shows queries hears which of them are followed. */
  readonly followed: FollowedQueries;
}

/** A query that is followed, and what came since. */
interface Followed {
  readonly follower: Follower;
  readonly run: Run;
  readonly name: string;
  /** The newest first. */
  readonly arrived: SessionDocument[];
  /** The ids of those that nobody has looked at. */
  readonly unseen: Set<string>;
}

/** A session that came while its query was followed. */
export interface ArrivedSession {
  readonly session: SessionDocument;
  readonly isNew: boolean;
}

/** How late the end of a range may be to be "now". */
const soonMs = 60_000;
/** VS Code does not tell whether a window is hidden: one that had no focus for so long is not looked at. */
const unwatchedMs = 10 * 60_000;

/** The queries that are followed in this window. What came stands above what their run found, for as long as that run stands. */
export class Following implements vscode.Disposable {
  readonly #sources: FollowSources;
  readonly #store = new DisposableStore();
  readonly #followed = new Map<string, Followed>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<string>());
  #status: StatusItem | undefined;
  #unwatched: ReturnType<typeof setTimeout> | undefined;

  /** Tells the URI of the query of which something changed. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: FollowSources) {
    this.#sources = sources;
    this.#store.add(
      sources.runs.onDidChange((uri) => {
        const followed = this.#followed.get(uri);
        if (followed && sources.runs.current(uri) !== followed.run) this.#drop(uri);
      }),
    );
    this.#store.add(vscode.window.onDidChangeWindowState(({ focused }) => this.#watched(focused)));
  }

  isFollowed(queryUri: string): boolean {
    const state = this.#followed.get(queryUri)?.follower.state;
    return state !== undefined && state !== 'ended';
  }

  /** What came of a query since it is followed, the newest first. */
  arrivedOf(queryUri: string): readonly ArrivedSession[] {
    const followed = this.#followed.get(queryUri);
    if (!followed) return [];
    return followed.arrived.map((session) => ({ session, isNew: followed.unseen.has(String(session.id)) }));
  }

  /** How many sessions came that nobody has looked at. */
  get unseen(): number {
    return [...this.#followed.values()].reduce((sum, { unseen }) => sum + unseen.size, 0);
  }

  /** Runs a query and follows it from there on; one that is followed is not any more. */
  async toggle(query: vscode.Uri): Promise<void> {
    const uri = query.toString();
    if (this.isFollowed(uri)) {
      this.end(uri);
      return;
    }
    const prepared = await prepareQuery(query, this.#sources);
    if (!prepared) return;
    if (prepared.request.range.to.getTime() < this.#sources.now().getTime() - soonMs) {
      tellInStatusBar(vscode.l10n.t('Only a query whose range goes up to now can be followed: see to_date.'));
      return;
    }
    const run = startRun(query, prepared, this.#sources);
    await run.finished;
    if (run.state === 'done') await this.#follow(uri, prepared, run);
    else tellInStatusBar(vscode.l10n.t('The query failed, so it isn’t followed.'));
  }

  end(uri: string): void {
    this.#followed.get(uri)?.follower.end();
  }

  /** Ends all that is followed. False when that is nothing. */
  endAll(): boolean {
    const isAny = this.#followed.size > 0;
    for (const { follower } of this.#followed.values()) follower.end();
    return isAny;
  }

  /** A person looks at sessions of a query: all of them without ids. */
  seen(uri: string, ids?: readonly string[]): void {
    const followed = this.#followed.get(uri);
    if (!followed || followed.unseen.size === 0) return;
    const before = followed.unseen.size;
    if (ids) for (const id of ids) followed.unseen.delete(id);
    else followed.unseen.clear();
    if (followed.unseen.size !== before) this.#tell(uri);
  }

  dispose(): void {
    clearTimeout(this.#unwatched);
    this.endAll();
    this.#status?.dispose();
    this.#store.dispose();
  }

  async #follow(uri: string, prepared: PreparedQuery, run: Run): Promise<void> {
    const follower = await this.#sources.startFollowing(prepared, {
      known: run.sessions,
      from: prepared.request.range.from,
      ...followSettings(),
    });
    const followed: Followed = { follower, run, name: prepared.name, arrived: [], unseen: new Set() };
    this.#followed.set(uri, followed);
    follower.onDidArrive(({ arrived, changed }) => {
      for (const session of arrived.toReversed()) {
        followed.arrived.unshift(session);
        followed.unseen.add(String(session.id));
      }
      for (const session of changed) {
        const at = followed.arrived.findIndex(({ id }) => id === session.id);
        if (at >= 0) followed.arrived[at] = session;
      }
      this.#tell(uri);
    });
    follower.onDidChange(() => {
      this.#tell(uri);
      if (follower.state === 'ended') this.#sayEnd(followed);
    });
    this.#tell(uri);
  }

  #sayEnd({ follower: { error }, name, run }: Followed): void {
    if (error === undefined) {
      tellInStatusBar(vscode.l10n.t('Stopped following {0}.', name));
      return;
    }
    const { sentence } = this.#sources.wordsOf(error, run.identity.connection);
    tellInStatusBar(vscode.l10n.t('Stopped following {0}. {1}', name, sentence), 15_000);
  }

  /** The query ran anew: what came before is among what that found. */
  #drop(uri: string): void {
    const followed = this.#followed.get(uri);
    this.#followed.delete(uri);
    followed?.follower.end();
    this.#tell(uri);
  }

  #watched(focused: boolean): void {
    clearTimeout(this.#unwatched);
    if (focused) for (const { follower } of this.#followed.values()) follower.resume();
    else
      this.#unwatched = setTimeout(() => {
        for (const { follower } of this.#followed.values()) follower.pause();
      }, unwatchedMs);
  }

  #tell(uri: string): void {
    this.#sources.followed.tell(uri, this.isFollowed(uri) ? this.#followed.get(uri)?.unseen.size : undefined);
    this.#showStatus();
    this.#changed.fire(uri);
  }

  #showStatus(): void {
    const going = [...this.#followed].filter(([, { follower }]) => follower.state !== 'ended');
    const [first] = going;
    void vscode.commands.executeCommand('setContext', 'insights.following', first !== undefined);
    if (!first) {
      this.#status?.hide();
      return;
    }
    const [uri, { name, follower }] = first;
    const what = going.length === 1 ? name : vscode.l10n.t('{0} queries', going.length);
    const fresh = this.unseen;
    const words =
      fresh > 0 ? vscode.l10n.t('Following {0} · {1} new', what, fresh) : vscode.l10n.t('Following {0}', what);
    const failed = going.some(([, one]) => one.follower.error !== undefined);
    this.#status ??= new StatusItem({
      id: 'insights.following',
      name: vscode.l10n.t('Followed Queries'),
      side: 'left',
    });
    this.#status.show({
      icon: follower.state === 'paused' ? 'debug-pause' : failed ? 'warning' : 'broadcast',
      text: words,
      tooltip: this.#tooltip(going.map(([, one]) => one)),
      command:
        going.length === 1
          ? commandOf('insights.followQuery', vscode.l10n.t('Stop Following'), vscode.Uri.parse(uri, true))
          : commandOf('insights.stopFollowing', vscode.l10n.t('Stop Following')),
    });
  }

  #tooltip(followed: readonly Followed[]): string {
    const lines = followed.map(({ name, follower, run }) => {
      if (follower.error !== undefined) {
        const { sentence } = this.#sources.wordsOf(follower.error, run.identity.connection);
        return vscode.l10n.t('{0}: {1} It is asked again, less often.', name, sentence);
      }
      return follower.state === 'paused' ? vscode.l10n.t('{0}: paused until you look at it.', name) : name;
    });
    return [...lines, vscode.l10n.t('Press to stop following.')].join('\n');
  }
}
