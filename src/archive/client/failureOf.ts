import type { Answer } from '../../api/client/exchange.ts';
import type { AnswerExcerpt } from '../../api/client/insightsErrors.ts';
import { retryAfterSeconds } from '../../domain/time/retryAfter.ts';
import type { ArchiveAsked, ArchiveProblem } from './archiveError.ts';
import { ArchiveError } from './archiveError.ts';
import type { EngineError } from './engineError.ts';
import { engineErrorIn, mayPass, problemOf, textOf } from './engineError.ts';

interface About {
  readonly asked: ArchiveAsked;
  readonly path: readonly string[];
  /** What stands before it: the path of the address. */
  readonly base: string;
  readonly excerptOf: ExcerptOf;
  /** Whether the request said who asks. */
  readonly signsIn: boolean;
}

/** The beginning of an answer, without secrets. */
export type ExcerptOf = (answer: Pick<Answer, 'status' | 'contentType' | 'body'>) => AnswerExcerpt;

/** The failure that an answer is; undefined for a good one. */
export function failureOf(given: Answer, about: About): ArchiveError | undefined {
  const { status } = given;
  return status >= 200 && status < 300 ? unlessRecord(given, about) : refusal(given, about);
}

function refusal(given: Answer, about: About): ArchiveError {
  const { asked, path, base, excerptOf } = about;
  const { status, contentType, body, headers } = given;
  const error = engineErrorIn(body);
  const answer = excerptOf(error ? { status, contentType, body: textOf(error) } : given);
  const problem = problemOfAnswer(given, error, about);
  return new ArchiveError(problem, {
    asked,
    what: whatOf(problem, error, { base, path }),
    answer,
    passes: mayPass(problem) && passingStatuses.has(status),
    retryAfterSeconds: retryAfterSeconds(headers, Date.now()),
  });
}

/** Statuses that an engine answers with. */
const statusesOfEngines: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 409, 413, 429, 500, 502, 503, 504]);

/** The same as the service's: what they mean is HTTP's. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

function problemOfAnswer(
  { status, body }: Pick<Answer, 'status' | 'body'>,
  error: EngineError | undefined,
  { asked, base, signsIn }: Pick<About, 'asked' | 'base' | 'signsIn'>,
): ArchiveProblem {
  // An engine says more of its refusals than a status.
  if (error === undefined && !statusesOfEngines.has(status)) return 'between';
  if (error === undefined && status === 400) return body.trimStart().startsWith('<') ? 'webPage' : 'notEngine';
  if (status === 401 && !signsIn) return 'noCredentials';
  const problem = problemOf(status, error, asked);
  return base !== '' && takesPathForIndex(problem, error, base) ? 'wrongPath' : problem;
}

/** An engine that a path was meant to lead past: it knows no such request, or no index of that name. */
function takesPathForIndex(problem: ArchiveProblem, error: EngineError | undefined, base: string): boolean {
  if (problem !== 'noIndex') return problem === 'oldEngine';
  const { index = '' } = error ?? {};
  return index !== '' && base.split('/').some((segment) => segment === index || segment === encodeURIComponent(index));
}

function whatOf(
  problem: ArchiveProblem,
  error: EngineError | undefined,
  { base, path }: Pick<About, 'base' | 'path'>,
): string {
  // What is wrong with the query is in the engine's own words.
  if (problem === 'refused' || problem === 'oldEngine') return '';
  return problem === 'wrongPath' ? base : indexIn(path, error);
}

/** Every good answer of an engine is a JSON object; anything else came of something that stands before it, or in its place. */
function unlessRecord(given: Answer, { asked, excerptOf }: About): ArchiveError | undefined {
  const [first] = new TextDecoder().decode(given.bytes.subarray(0, 64)).trimStart();
  if (first === '{') return undefined;
  return new ArchiveError(first === '<' ? 'webPage' : 'notEngine', { asked, answer: excerptOf(given) });
}

/** The index that the engine names, else the one that was asked. */
function indexIn([first = '']: readonly string[], error: EngineError | undefined): string {
  return error?.index ?? (first.startsWith('_') ? '' : first);
}
