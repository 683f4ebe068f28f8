import type { LookupQuestion } from '../../api/lookup/serviceLookup.ts';
import type { SearchOptions } from '../../api/search/searchSessions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { Lookup, LookupCondition } from '../../domain/find/lookup.ts';
import type { KnownValues } from '../../domain/find/lookupQuery.ts';
import { lookupQuery } from '../../domain/find/lookupQuery.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionService } from '../../host/connections/lazyClient.ts';

/** A connection that can be asked. */
export interface FindService {
  readonly name: string;
  readonly client: Pick<SessionService, 'search' | 'getSession' | 'findSession'>;
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

/** What the services are asked for a lookup; undefined where there is nothing to ask. `isWorthwhile` says whether it may be asked unbidden. */
export function findQuestion(
  lookup: Lookup,
  sources: QuestionSources,
): (LookupQuestion<LocatedSession> & { readonly isWorthwhile: boolean }) | undefined {
  const { conditions } = lookup;
  const [first] = conditions;
  if (!first) return undefined;
  const key = JSON.stringify([sources.services.map(({ name }) => name), lookup]);
  if (first.kind === 'id' && conditions.length === 1) {
    return {
      key,
      pauseMs: wholeIdPauseMs,
      isWorthwhile: first.whole,
      ask: (signal, found) => eachService(sources, found, (service) => byId(first, { service, sources, signal })),
    };
  }
  return {
    key,
    pauseMs,
    isWorthwhile: conditions.every(isWorthwhile),
    ask: (signal, found) =>
      eachService(sources, found, (service, show) => byQuery(lookup, { service, sources, signal, show })),
  };
}

function isWorthwhile(condition: LookupCondition): boolean {
  if (condition.kind === 'id') return condition.whole;
  if (condition.kind === 'number') return condition.digits.length >= fewestDigits;
  return condition.kind === 'code' || condition.text.length >= fewestLetters;
}

type Show = (sessions: readonly LocatedSession[]) => void;

/** One service after the other; what one fails at ends all. */
async function eachService(
  { services }: QuestionSources,
  found: Show,
  ask: (service: FindService, show: Show) => Promise<readonly LocatedSession[]>,
): Promise<void> {
  let all: readonly LocatedSession[] = [];
  for (const service of services) {
    all = [...all, ...(await ask(service, (sessions) => found([...all, ...sessions])))];
    found(all);
  }
}

interface Asking {
  readonly service: FindService;
  readonly sources: QuestionSources;
  readonly signal: AbortSignal;
}

async function byId(
  { id, day: written }: LookupCondition & { readonly kind: 'id' },
  { service, sources, signal }: Asking,
): Promise<readonly LocatedSession[]> {
  const day = written ?? sources.dayOf(id);
  const { client, name } = service;
  try {
    const { session } = day ? await client.getSession(id, day, signal) : await client.findSession(id, signal);
    return [{ connection: name, session }];
  } catch (error) {
    // Of several services most do not have it.
    if (sources.services.length > 1 && isNotFound(error)) return [];
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'notFound';
}

async function byQuery(
  lookup: Lookup,
  { service, sources, signal, show }: Asking & { readonly show: Show },
): Promise<readonly LocatedSession[]> {
  const { client, name } = service;
  const request = toSearchRequest(lookupQuery(lookup, sources.knownValues(name)), sources.now());
  const stream = await sources.searchSessions({ request, client, signal });
  const found: LocatedSession[] = [];
  let looked = 0;
  for await (const session of stream) {
    looked += 1;
    if (!request.refinement || request.refinement.keeps(session)) found.push({ connection: name, session });
    if (looked % request.pageSize === 1) show([...found]);
    if (found.length === request.pageSize || looked === mostLooked) break;
  }
  return found;
}

/** A refinement that keeps next to nothing is not to read all of a service. */
const mostLooked = 1000;
