import { asList } from '../../domain/json/looseValues.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import type { KeptState } from '../../host/keptState.ts';
import type { RecentSession } from './recentSession.ts';
import { isSameSession, readRecentSession, writeRecentSession } from './recentSession.ts';

const key = 'insights.recentSessions';
const mostKept = 200;

type SessionName = Pick<RecentSession, 'connection' | 'id'>;

/** The sessions that were opened on this machine, the last one first, and those that were pinned. */
export class RecentSessions {
  readonly #state: KeptState;
  readonly #listeners = new Set<() => void>();
  #all: readonly RecentSession[];

  constructor(state: KeptState) {
    this.#state = state;
    this.#all = asList(state.get(key)).flatMap((kept) => readRecentSession(kept) ?? []);
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  get all(): readonly RecentSession[] {
    return this.#all;
  }

  find(session: SessionName): RecentSession | undefined {
    return this.#all.find((one) => isSameSession(one, session));
  }

  /** A session was opened: it comes first now, with what is known of it by now. */
  opened(connection: string, document: SessionDocument): void {
    const { id, start, agent, outcome } = summarise(document);
    if (id === undefined || start === undefined) return;
    const { note, pinned = false } = this.find({ connection, id }) ?? {};
    const session: RecentSession = {
      ...{ connection, id, start, outcome, pinned },
      ...(agent === undefined ? {} : { agent }),
      ...(note === undefined ? {} : { note }),
    };
    this.#keep([session, ...this.#without([session])]);
  }

  pin(session: SessionName, pinned: boolean): void {
    this.#change(session, (one) => ({ ...one, pinned }));
  }

  /** Keeps a person's words on a session; none take them away. */
  note(session: SessionName, words: string): void {
    const note = words.trim();
    this.#change(session, ({ note: _, ...one }) => (note === '' ? one : { ...one, note }));
  }

  remove(sessions: readonly SessionName[]): void {
    this.#keep(this.#without(sessions));
  }

  /** Forgets all but what is pinned. */
  clear(): void {
    this.#keep(this.#all.filter(({ pinned }) => pinned));
  }

  #change(session: SessionName, change: (one: RecentSession) => RecentSession): void {
    this.#keep(this.#all.map((one) => (isSameSession(one, session) ? change(one) : one)));
  }

  #without(sessions: readonly SessionName[]): readonly RecentSession[] {
    return this.#all.filter((one) => !sessions.some((gone) => isSameSession(one, gone)));
  }

  /** The oldest go first; what a person pinned or wrote on stays. */
  #keep(sessions: readonly RecentSession[]): void {
    let rest = mostKept;
    this.#all = sessions.filter(({ pinned, note }) => pinned || note !== undefined || rest-- > 0);
    void this.#state.update(key, this.#all.map(writeRecentSession));
    for (const listener of [...this.#listeners]) listener();
  }
}
