import { asText } from '../../../src/domain/json/looseValues.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { nameOfStep } from '../../parts/steps/nodeLabel.ts';
import type { SessionModel } from './model.ts';

/** Where a match is: a line of the transcript, a step, a parameter or a tag, by its index. */
export type Match =
  | { readonly line: number }
  | { readonly step: number }
  | { readonly parameter: number }
  | { readonly tag: number };

/**
 * Searches the data, not what is drawn: rows out of sight, folded steps and payloads that nobody opened are found too. A value counts where
 * it was said, sent, received or changed, and not at each step that carries it on.
 */
export class SessionSearch {
  readonly #haystacks: readonly { readonly where: Match; readonly says: (wanted: string) => boolean }[];

  constructor(model: SessionModel) {
    const { conversation, parameters, tags } = model;
    const inLines = new Set(conversation.lines.map(({ step }) => step));
    this.#haystacks = [
      ...conversation.lines.map((line) => ({ where: { line: line.index }, says: once(() => line.text) })),
      ...conversation.steps.map((step) => {
        const said = inLines.has(step.index);
        const says = (wanted: string): boolean =>
          stepSays(model, step, wanted) && (!said || ranSays(model, step, wanted));
        return { where: { step: step.index }, says };
      }),
      ...parameters.map(({ name, value, entity }, parameter) => ({
        where: { parameter },
        says: once(() => [name, value, entity].join('\n')),
      })),
      ...tags.map(({ tag: name, category }, tag) => ({
        where: { tag },
        says: once(() => [name, category].join('\n')),
      })),
    ];
  }

  find(query: string): readonly Match[] {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    return this.#haystacks.filter(({ says }) => says(wanted)).map(({ where }) => where);
  }
}

const stepTexts = new WeakMap<Step, string>();

/** Whether a step, or what its node is called, says something that is in lower case. */
export function stepSays(model: SessionModel, step: Step, wanted: string): boolean {
  return stepText(model, step).includes(wanted) || nameSays(model, step, wanted);
}

/** Whether it does so beside what was said and heard at it, which lines of the transcript say. */
function ranSays(model: SessionModel, step: Step, wanted: string): boolean {
  return ranText(model, step).toLowerCase().includes(wanted) || nameSays(model, step, wanted);
}

function nameSays(model: SessionModel, step: Step, wanted: string): boolean {
  return nameOfStep(model, step)?.toLowerCase().includes(wanted) ?? false;
}

/** All that a step says, in lower case. */
function stepText(model: SessionModel, step: Step): string {
  const known = stepTexts.get(step);
  if (known !== undefined) return known;
  const said = [step.userInput, ...(step.spoken === undefined ? [] : [step.requestPayload])];
  const text = joined([ranText(model, step), ...said]).toLowerCase();
  stepTexts.set(step, text);
  return text;
}

function once(read: () => string): (wanted: string) => boolean {
  let text: string | undefined;
  return (wanted) => {
    text ??= read().toLowerCase();
    return text.includes(wanted);
  };
}

function ranText({ changes }: SessionModel, step: Step): string {
  return joined([
    step.type,
    step.type?.replaceAll('_', ' '),
    step.nodeId,
    step.requestId,
    step.url,
    step.verb,
    step.responseCode,
    step.statusMessage,
    step.output,
    step.requestHeaders,
    ...(step.spoken === undefined ? [step.requestPayload] : []),
    step.responsePayload,
    ...(changes[step.index] ?? []).flatMap(({ name, after }) => [name, after]),
    ...(step.repeats ? [] : step.tags).map(({ tag }) => tag),
  ]);
}

function joined(parts: readonly unknown[]): string {
  return parts
    .filter((part) => part !== undefined && part !== null)
    .map(asText)
    .join('\n');
}
