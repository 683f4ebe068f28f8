import type { SessionDocument } from '../session/session.ts';
import type { DateRange } from '../time/dates.ts';
import { parseServiceTime } from '../time/serviceTime.ts';
import type { FindableSession } from './findableSession.ts';
import { findableSession, fits, needlesOf } from './findableSession.ts';
import type { Lookup } from './lookup.ts';
import { sortInSteps } from './sortInSteps.ts';
import { TextColumns } from './textColumns.ts';

/** A session of a connection. */
export interface LocatedSession {
  readonly connection: string;
  readonly session: SessionDocument;
}

/** What was read of a session is read once, however often it is looked for. */
const known = new WeakMap<SessionDocument, FindableSession>();

/**
 * Sessions that are looked through while one types, the newest first. Reading a hundred thousand takes a while, so that is done in
 * slices beforehand; what is not read yet is not found yet.
 */
export class SessionIndex {
  #sessions: readonly LocatedSession[] = [];
  readonly #parts: TextColumns[] = [];
  readonly #reading: Generator<void, void>;
  #isReady = false;

  constructor(sessions: readonly LocatedSession[]) {
    this.#reading = this.#readAll(sessions);
  }

  /** Whether all was read. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Reads on until a time by the clock, and at least a step. */
  readUntil(deadline: number, now: () => number): void {
    do this.#isReady = this.#reading.next().done === true;
    while (!this.#isReady && now() < deadline);
  }

  /** In order first: the newest are found first. */
  *#readAll(sessions: readonly LocatedSession[]): Generator<void, void> {
    this.#sessions = yield* sortInSteps(sessions, byStart);
    for (let at = 0; at < this.#sessions.length; at += partLength) {
      const part = this.#sessions.slice(at, at + partLength);
      this.#parts.push(new TextColumns(part.map(({ session }) => findableOf(session))));
      yield;
    }
  }

  /** The newest sessions that fit, each once. */
  search(lookup: Lookup, wanted: { readonly range: DateRange | undefined; readonly most: number }): LocatedSession[] {
    const found = new Map<string, LocatedSession>();
    for (const place of this.#candidates(lookup)) {
      if (found.size === wanted.most) break;
      const located = this.#sessions[place];
      if (!located || !fitsLookup(located.session, lookup, wanted.range)) continue;
      const key = keyOfSession(located);
      if (!found.has(key)) found.set(key, located);
    }
    return [...found.values()];
  }

  /** Where every condition holds of what is written in a session. */
  *#candidates({ conditions }: Lookup): Generator<number> {
    const needles = conditions.map(needlesOf);
    for (const [at, part] of this.#parts.entries()) {
      const first = at * partLength;
      for (const place of part.holdingAll(needles)) yield first + place;
    }
  }
}

const partLength = 250;

/** Whether all conditions hold of a session as far as it is here, and it started within a range where one is given. */
export function fitsLookup(session: SessionDocument, { conditions }: Lookup, range: DateRange | undefined): boolean {
  const findable = findableOf(session);
  if (!conditions.every((condition) => fits(findable, condition))) return false;
  if (!range) return true;
  const start = parseServiceTime(session.session_start_time);
  return start !== undefined && start >= range.from && start <= range.to;
}

/** One session, whichever query found it. */
export function keyOfSession({ connection, session: { id } }: LocatedSession): string {
  return JSON.stringify([connection, id]);
}

/** The newest first; those without a start last. Times of the service are in order as texts, which is far quicker. */
export function newestFirst(sessions: readonly LocatedSession[]): readonly LocatedSession[] {
  return sessions.toSorted(byStart);
}

function byStart(a: LocatedSession, b: LocatedSession): number {
  const [one, other] = [startOf(a), startOf(b)];
  return one === other ? 0 : one < other ? 1 : -1;
}

function startOf({ session: { session_start_time: start } }: LocatedSession): string {
  return typeof start === 'string' ? start : '';
}

function findableOf(session: SessionDocument): FindableSession {
  const before = known.get(session);
  if (before) return before;
  const read = findableSession(session);
  known.set(session, read);
  return read;
}
