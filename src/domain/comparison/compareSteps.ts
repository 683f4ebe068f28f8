import { readHeaders } from '../masking/headers/headers.ts';
import type { Parameter, Step, Tag } from '../session/steps.ts';
import { parseLeniently } from '../session/steps.ts';
import { comparedHeaders } from './comparedHeaders.ts';
import type { NoiseReason } from './comparisonNoise.ts';
import { noiseReason } from './comparisonNoise.ts';
import type { Difference } from './jsonDifferences.ts';
import { jsonDifferences } from './jsonDifferences.ts';
import type { SessionIds } from './ownIds.ts';
import { sameButForIds } from './ownIds.ts';

/** In what two runs of a node differ, from what tells most to what tells least. Times differ always, and are told beside. */
export const stepAspects = ['outcome', 'said', 'request', 'response', 'parameters', 'tags'] as const;
export type StepAspect = (typeof stepAspects)[number];

/** Two texts, where one may be missing. */
export interface TextPair {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** A parameter that two sessions hold differently. */
export interface ParameterDifference extends TextPair {
  readonly name: string;
  readonly noise?: NoiseReason | undefined;
}

/** The code that a step ended with: of its response, else of its status. */
export function codeOf({ responseCode, statusCode }: Step): number | undefined {
  return responseCode ?? statusCode;
}

/** Whether the step ended in the same way at both sides. */
export function sameOutcome(left: Step, right: Step): boolean {
  return codeOf(left) === codeOf(right) && left.problem === right.problem;
}

/** In what two runs of a node differ, parameters aside: those go from step to step (see `comparePaths`). */
export function differingAspects(left: Step, right: Step, ids: SessionIds): StepAspect[] {
  const differs: Record<Exclude<StepAspect, 'parameters'>, boolean> = {
    outcome: !sameOutcome(left, right),
    said: left.userInput !== right.userInput || left.output !== right.output,
    request:
      left.verb !== right.verb ||
      left.url !== right.url ||
      payloadsDiffer(left.requestPayload, right.requestPayload, ids) ||
      headersDiffer(left.requestHeaders, right.requestHeaders, ids),
    response: payloadsDiffer(left.responsePayload, right.responsePayload, ids),
    tags: tagKeys(left.tags) !== tagKeys(right.tags),
  };
  return stepAspects.filter((aspect) => aspect !== 'parameters' && differs[aspect]);
}

/** Whether two payloads differ in anything that is no noise. */
function payloadsDiffer(left: unknown, right: unknown, ids: SessionIds): boolean {
  // Most payloads are the same but for ids as they stand: those need not be parsed.
  if (left === right || sameButForIds(left, right, ids)) return false;
  for (const { noise } of payloadDifferences(left, right, ids)) if (!noise) return true;
  return false;
}

/** Whether headers differ in anything that is no noise, in whatever notation each side wrote them. */
function headersDiffer(left: unknown, right: unknown, ids: SessionIds): boolean {
  if (!payloadsDiffer(left, right, ids)) return false;
  const [ours, theirs] = [readHeaders(left), readHeaders(right)];
  return ours.unread || theirs.unread || payloadsDiffer(...comparedHeaders(ours.headers, theirs.headers), ids);
}

/** Where two payloads differ: as JSON when both hold it, as a whole otherwise. An empty text is no payload. */
export function* payloadDifferences(left: unknown, right: unknown, ids: SessionIds): Generator<Difference> {
  if (left === right) return;
  yield* jsonDifferences(payloadValue(left), payloadValue(right), ids);
}

function payloadValue(payload: unknown): unknown {
  return payload === null || payload === '' ? undefined : parseLeniently(payload);
}

/** The parameters whose values differ, by name, each as it stands last. */
export function parameterDifferences(
  left: readonly Parameter[],
  right: readonly Parameter[],
  ids: SessionIds,
): readonly ParameterDifference[] {
  const ours = new Map(left.map(({ name, value }) => [name, value]));
  const theirs = new Map(right.map(({ name, value }) => [name, value]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const pair = { left: ours.get(name), right: theirs.get(name) };
    if (pair.left === pair.right) return [];
    const noise = noiseReason(name) ?? (sameButForIds(pair.left, pair.right, ids) ? 'ownId' : undefined);
    return [{ name, ...pair, noise }];
  });
}

/** The tags that only one side has, each with how often. */
export function tagDifferences(
  left: readonly Tag[],
  right: readonly Tag[],
): readonly (TextPair & { readonly tag: Tag })[] {
  const ours = new Map(left.map((tag) => [tagKey(tag), tag]));
  const theirs = new Map(right.map((tag) => [tagKey(tag), tag]));
  return [...new Map([...ours, ...theirs])].flatMap(([key, tag]) => {
    const pair = { left: tagCount(ours.get(key)), right: tagCount(theirs.get(key)) };
    return pair.left === pair.right ? [] : [{ tag, ...pair }];
  });
}

function tagCount(tag: Tag | undefined): string | undefined {
  return tag && String(tag.count ?? 1);
}

function tagKey({ tag, category = '' }: Tag): string {
  return `${category}\n${tag}`;
}

function tagKeys(tags: readonly Tag[]): string {
  return tags.length === 0 ? '' : tags.map(tagKey).sort().join('\n\n');
}
