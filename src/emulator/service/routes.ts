import { toServiceDay } from '../../domain/time/dates.ts';
import { namesDay } from '../../domain/time/readIsoTime.ts';
import { readTime } from '../../domain/time/readTime.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import { invalid, Refusal } from '../search/refusal.ts';
import type { Arrangement } from '../search/search.ts';
import { search } from '../search/search.ts';
import { echoedPage, readSearchParameters, single } from '../search/searchParameters.ts';
import type { SessionIndex } from '../search/sessionIndex.ts';

/** What is asked: the method and the request's target just as it came over the wire. */
export interface EmulatorRequest {
  readonly method: string;
  readonly target: string;
}

export interface EmulatorAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The four things that can be asked of the service. */
export type RouteName = 'search' | 'get' | 'find' | 'delete';

type Route =
  | { readonly name: 'search'; readonly query: URLSearchParams }
  | { readonly name: 'get' | 'find' | 'delete'; readonly id: string; readonly query: URLSearchParams };

/** Answers a request whose key was already accepted. Pure but for deletions, which change the index. */
export function answer(index: SessionIndex, request: EmulatorRequest, arrangement?: Arrangement): EmulatorAnswer {
  try {
    const route = findRoute(request);
    switch (route.name) {
      case 'search':
        return {
          status: 200,
          body: answerSearch(index, route.query, { ...request, ...(arrangement ? { arrangement } : {}) }),
        };
      case 'get':
        return { status: 200, body: index.document(onDay(index, route)) };
      case 'find':
        return { status: 200, body: index.document(anywhere(index, route.id)) };
      case 'delete':
        index.delete(onDay(index, route));
        return { status: 200, body: { message: `Session ${route.id} was deleted` } };
    }
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** The answer that says why a request is refused. */
export function refused(refusal: Refusal): EmulatorAnswer {
  return { status: refusal.status, body: { error: refusal.code, message: refusal.message } };
}

/** Which of the four things is asked; undefined when the service has nothing there. */
export function routeName(request: EmulatorRequest): RouteName | undefined {
  try {
    return findRoute(request).name;
  } catch {
    return undefined;
  }
}

function findRoute({ method, target }: EmulatorRequest): Route {
  const [path = '', ...rest] = target.split('?');
  const query = new URLSearchParams(rest.join('?').split('#')[0]);
  const parts = path.split('/').slice(1).map(decoded);
  if (parts[0] !== 'insights' || parts[1] !== 'sessions' || parts.slice(2).includes(''))
    throw new Refusal('not_found', `There is nothing at ${path}`);
  const allowed = (methods: readonly string[]) => {
    if (!methods.includes(method)) throw new Refusal('method_not_allowed', `${method} is not allowed at ${path}`);
  };
  const [, , first, second] = parts;
  if (first === undefined) {
    allowed(['GET']);
    return { name: 'search', query };
  }
  if (second === undefined) {
    allowed(['GET', 'DELETE']);
    return { name: method === 'DELETE' ? 'delete' : 'get', id: first, query };
  }
  if (parts.length === 4 && first === 'search') {
    allowed(['GET']);
    return { name: 'find', id: second, query };
  }
  if (parts.length === 4 && second === 'parameters') {
    allowed(['GET']);
    return { name: 'get', id: first, query };
  }
  throw new Refusal('not_found', `There is nothing at ${path}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid(`The path is not percent-encoded well: ${part}`);
  }
}

function answerSearch(
  index: SessionIndex,
  query: URLSearchParams,
  { target, arrangement }: EmulatorRequest & { readonly arrangement?: Arrangement },
) {
  // The documentation warns of it: without the encoding, a request comes back empty.
  if (/[{}]/.test(target)) return { total: 0, hits: [], ...echoedPage(query) };
  return { ...search(index, readSearchParameters(query), arrangement), ...echoedPage(query) };
}

/** The session with the id that started on the day of the given time. A more precise time need not be right. */
function onDay(index: SessionIndex, { id, query }: { id: string; query: URLSearchParams }): number {
  const text = single(query, 'session_start_time');
  if (text === undefined) throw invalid('session_start_time: required, the isoformatted time or day of the start');
  const time = readTime(text);
  if ('code' in time || !namesDay(time))
    throw invalid(`session_start_time: [${text}] is not an isoformatted date or datetime`);
  const day = toServiceDay(new Date(time.first));
  const doc = index.withId(id).find((doc) => {
    const start = parseServiceTime(index.document(doc).session_start_time);
    return start !== undefined && toServiceDay(start) === day;
  });
  if (doc === undefined) throw new Refusal('not_found', `No session ${id} started on ${day}`);
  return doc;
}

function anywhere(index: SessionIndex, id: string): number {
  const [doc] = index.withId(id);
  if (doc === undefined) throw new Refusal('not_found', `There is no session ${id}`);
  return doc;
}
