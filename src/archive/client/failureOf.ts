import type { Answer } from '../../api/client/exchange.ts';
import type { AnswerExcerpt } from '../../api/client/insightsErrors.ts';
import { asRecord, asText } from '../../domain/json/looseValues.ts';
import type { ArchiveAsked, ArchiveProblem } from './archiveError.ts';
import { ArchiveError } from './archiveError.ts';

interface About {
  readonly asked: ArchiveAsked;
  readonly path: readonly string[];
  readonly excerptOf: ExcerptOf;
}

/** The beginning of an answer, without secrets. */
export type ExcerptOf = (answer: Pick<Answer, 'status' | 'contentType' | 'body'>) => AnswerExcerpt;

/** What the engines call their failures. */
export interface EngineError {
  readonly type: string;
  readonly reason: string;
}

/** The failure that an answer is. */
export function failureOf(given: Answer, { asked, path, excerptOf }: About): ArchiveError {
  const { status, contentType, body } = given;
  const error = engineErrorIn(body);
  const answer = excerptOf(error ? { status, contentType, body: textOf(error) } : given);
  const what = path[0]?.startsWith('_') ? '' : (path[0] ?? '');
  const problem = problemOf(status, error);
  return new ArchiveError(problem, { asked, what, answer, passes: passesBy(status, problem) });
}

/** The engine's own words. They may say again what was sent: only an excerpt of them is shown. */
export function textOf({ type, reason }: EngineError): string {
  return `${type}: ${reason}`;
}

/** The failure of one part of a request that was taken. */
export function problemOf(status: number, error: EngineError | undefined): ArchiveProblem {
  const { type = '', reason = '' } = error ?? {};
  if (type === 'index_not_found_exception') return 'noIndex';
  if (type === 'cluster_block_exception') return /disk|watermark|read-only/u.test(reason) ? 'full' : 'redIndex';
  if (status === 401) return 'wrongCredentials';
  if (status === 403) return 'noRight';
  if (status === 413) return 'tooLarge';
  if (status === 429) return 'tooMany';
  if (status === 404 || status === 405) return 'notEngine';
  if (
    /no_shard_available|unavailable_shards|search_phase_execution|no_longer_primary|node_|cluster_manager|master/u.test(
      type,
    ) &&
    status >= 500
  )
    return 'redIndex';
  if (status === 400 && /[Ff]ielddata|[Nn]o mapping found|not optimi[sz]ed/u.test(reason)) return 'foreignMapping';
  return status < 500 ? 'refused' : 'failed';
}

function passesBy(status: number, problem: ArchiveProblem): boolean {
  return problem === 'full' ? false : [429, 500, 502, 503, 504].includes(status);
}

/** The engine's own name of what went wrong, and its reason: of a search the one that a shard gives. */
export function engineErrorIn(body: string): EngineError | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  return engineErrorOf(asRecord(json).error);
}

export function engineErrorOf(error: unknown): EngineError | undefined {
  if (typeof error === 'string') return { type: '', reason: error };
  const { type, reason, root_cause: roots, caused_by: cause } = asRecord(error);
  if (type === undefined) return undefined;
  const [root] = Array.isArray(roots) ? roots : [];
  const inner = asRecord(root ?? cause);
  return { type: asText(type) ?? '', reason: asText(inner.reason) ?? asText(reason) ?? '' };
}
