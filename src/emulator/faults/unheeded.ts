import { isRecord } from '../../domain/json/looseValues.ts';
import { windowDays } from '../../domain/time/dates.ts';
import { readTime } from '../../domain/time/readTime.ts';
import type { EmulatorRequest } from '../service/routes.ts';
import type { Fault } from './faults.ts';

const dayLength = 86_400_000;

/** A request as a service takes it that leaves some of its parameters out of account. */
export function heeded(request: EmulatorRequest, faults: readonly Fault[]): EmulatorRequest {
  const unheeded = faults.flatMap((fault) => (fault.kind === 'unheeded' ? fault.parameters : []));
  const optionalShould = faults.some(({ kind }) => kind === 'optionalShould');
  if (unheeded.length === 0 && !optionalShould) return request;
  const [path = '', ...rest] = request.target.split('?');
  const query = new URLSearchParams(rest.join('?'));
  for (const name of unheeded) {
    if (name !== 'from_date') query.delete(name);
    else if (query.has(name)) query.set(name, longBefore(query.get('to_date') ?? ''));
  }
  const filter = query.get('filter_by');
  if (optionalShould && filter) query.set('filter_by', withoutOptional(filter));
  return { ...request, target: `${path}?${query}` };
}

/** What is left of a filter where `should` counts for nothing beside `must`. */
function withoutOptional(filter: string): string {
  let value: unknown;
  try {
    value = JSON.parse(filter);
  } catch {
    return filter;
  }
  if (!isRecord(value) || !Array.isArray(value.must) || value.must.length === 0) return filter;
  const { should: _, ...rest } = value;
  return JSON.stringify(rest);
}

/** As early as a range may begin that ends then. */
function longBefore(end: string): string {
  const time = readTime(end);
  return 'code' in time ? end : new Date(time.first - windowDays * dayLength).toISOString().slice(0, 19);
}
