import type { LookupQuestion } from '../../api/lookup/serviceLookup.ts';
import type { SearchOptions } from '../../api/search/searchOptions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { Lookup, LookupCondition } from '../../domain/find/lookup.ts';
import type { KnownValues } from '../../domain/find/lookupQuery.ts';
import { lookThroughQuery, lookupQuery } from '../../domain/find/lookupQuery.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionService } from '../../host/connections/lazyClient.ts';

/** A connection that can be asked. */
export interface FindService {
  readonly name: string;
  readonly client: Pick<SessionService, 'search' | 'getSession' | 'findSession'>;
}

/** What came of asking one service so far. */
export interface ServiceAnswer {
  readonly connection: string;
  readonly state: 'asking' | 'answered' | 'failed';
  readonly sessions: readonly LocatedSession[];
  readonly error?: unknown;
  /** How many sessions were looked at, where there are more that may fit. */
  readonly cutAt?: number | undefined;
}

export interface QuestionSources {
  readonly now: () => Date;
  readonly services: readonly FindService[];
  readonly searchSessions: (options: SearchOptions) => Promise<SessionStream>;
  /** The values that were seen in sessions of a connection. */
  readonly knownValues: (connection: string) => KnownValues;
  /** The day on which a session started, where that is known here. */
  readonly dayOf: (id: string) => Date | undefined;
}

const wholeIdPauseMs = 100;
const pauseMs = 350;
/** Of less than this, a service that is asked for exact values would find nothing. */
const fewestDigits = 7;
const fewestLetters = 3;

/**
 * What the services are asked for a lookup; undefined where there is nothing to ask. `isWorthwhile` says whether it may be asked unbidden.
 * `looksThrough`: whether parts of what the service compares letter by letter are looked for in the newest sessions.
 */
export function findQuestion(
  lookup: Lookup,
  sources: QuestionSources,
  looksThrough = false,
): (LookupQuestion<ServiceAnswer> & { readonly isWorthwhile: boolean }) | undefined {
  const { conditions } = lookup;
  const [first] = conditions;
  if (!first) return undefined;
  const key = JSON.stringify([sources.services.map(({ name }) => name), lookup, looksThrough]);
  if (first.kind === 'id' && conditions.length === 1) {
    return {
      key,
      pauseMs: wholeIdPauseMs,
      isWorthwhile: first.whole,
      ask: (signal, found) => everyService(sources, found, (service) => byId(first, { service, sources, signal })),
    };
  }
  return {
    key,
    pauseMs,
    isWorthwhile: conditions.every(isWorthwhile),
    ask: (signal, found) =>
      everyService(sources, found, (service, show) =>
        byQuery(lookup, { service, sources, signal, show, looksThrough }),
      ),
  };
}

function isWorthwhile(condition: LookupCondition): boolean {
  if (condition.kind === 'id') return condition.whole;
  if (condition.kind === 'number') return condition.digits.length >= fewestDigits;
  return condition.kind === 'code' || condition.text.length >= fewestLetters;
}

type Found = Pick<ServiceAnswer, 'sessions' | 'cutAt'>;
type Show = (found: Found) => void;

/** All services at once: none waits for a slow one, and what one fails at is told of that one alone. Throws what one failed at when all have ended. */
async function everyService(
  { services }: QuestionSources,
  found: (answers: readonly ServiceAnswer[]) => void,
  ask: (service: FindService, show: Show) => Promise<Found>,
): Promise<void> {
  const answers = services.map(({ name }): ServiceAnswer => ({ connection: name, state: 'asking', sessions: [] }));
  const say = (at: number, more: Partial<ServiceAnswer>): void => {
    answers[at] = { ...(answers[at] as ServiceAnswer), ...more };
    found([...answers]);
  };
  const asked = services.map(async (service, at) => {
    try {
      say(at, { ...(await ask(service, (sessions) => say(at, sessions))), state: 'answered' });
    } catch (error) {
      say(at, { state: 'failed', error });
    }
  });
  await Promise.all(asked);
  const failed = answers.find(({ state }) => state === 'failed');
  if (failed) throw failed.error;
}

interface Asking {
  readonly service: FindService;
  readonly sources: QuestionSources;
  readonly signal: AbortSignal;
}

async function byId(
  { id, day: written }: LookupCondition & { readonly kind: 'id' },
  { service, sources, signal }: Asking,
): Promise<Found> {
  const day = written ?? sources.dayOf(id);
  const { client, name } = service;
  try {
    const { session } = day ? await client.getSession(id, day, signal) : await client.findSession(id, signal);
    return { sessions: [{ connection: name, session }] };
  } catch (error) {
    // Of several services most do not have it.
    if (sources.services.length > 1 && isNotFound(error)) return { sessions: [] };
    throw error;
  }
}

/** Whether a service answered that it has no such session. */
export function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'notFound' &&
    'what' in error &&
    error.what === 'session'
  );
}

async function byQuery(
  lookup: Lookup,
  { service, sources, signal, show, looksThrough }: Asking & { readonly show: Show; readonly looksThrough: boolean },
): Promise<Found> {
  const { client, name } = service;
  const query = looksThrough ? lookThroughQuery(lookup) : lookupQuery(lookup, sources.knownValues(name));
  const request = toSearchRequest(query, sources.now());
  const stream = await sources.searchSessions({ request, client, signal });
  const found: LocatedSession[] = [];
  let looked = 0;
  for await (const session of stream) {
    looked += 1;
    if (!request.refinement || request.refinement.keeps(session)) found.push({ connection: name, session });
    if (looked % request.pageSize === 1) show({ sessions: [...found] });
    if (found.length === mostShown) break;
    if (looked === mostLooked) return { sessions: found, cutAt: looked };
  }
  return { sessions: found };
}

const mostShown = 50;
/** A refinement that keeps next to nothing is not to read all of a service. */
const mostLooked = 1000;
