import type { Step } from '../src/domain/steps.ts';
import type { SessionModel } from './model.ts';

/** Where a match is: a line of the transcript, a step, a parameter or a tag, by its index. */
export type Match =
  | { readonly line: number }
  | { readonly step: number }
  | { readonly parameter: number }
  | { readonly tag: number };

/** Searches the data, not what is drawn: rows out of sight, folded steps and payloads that nobody opened are found too. */
export class SessionSearch {
  readonly #haystacks: readonly { readonly where: Match; readonly text: () => string }[];

  constructor({ conversation, parameters, tags }: SessionModel) {
    this.#haystacks = [
      ...conversation.lines.map((line) => ({ where: { line: line.index }, text: once(() => line.text) })),
      ...conversation.steps.map((step) => ({ where: { step: step.index }, text: () => stepText(step) })),
      ...parameters.map(({ name, value, entity }, parameter) => ({
        where: { parameter },
        text: once(() => [name, value, entity].join('\n')),
      })),
      ...tags.map(({ tag: name, category }, tag) => ({
        where: { tag },
        text: once(() => [name, category].join('\n')),
      })),
    ];
  }

  find(query: string): readonly Match[] {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    return this.#haystacks.filter(({ text }) => text().includes(wanted)).map(({ where }) => where);
  }
}

const stepTexts = new WeakMap<Step, string>();

/** All that a step says, in lower case. */
export function stepText(step: Step): string {
  const known = stepTexts.get(step);
  if (known !== undefined) return known;
  const text = textOf(step).toLowerCase();
  stepTexts.set(step, text);
  return text;
}

function once(read: () => string): () => string {
  let text: string | undefined;
  return () => {
    text ??= read().toLowerCase();
    return text;
  };
}

function textOf(step: Step): string {
  const parts = [
    step.type,
    step.type?.replaceAll('_', ' '),
    step.nodeId,
    step.requestId,
    step.url,
    step.verb,
    step.responseCode,
    step.userInput,
    step.statusMessage,
    step.output,
    step.requestHeaders,
    step.requestPayload,
    step.responsePayload,
    ...[...step.parameters, ...step.altered].flatMap(({ name, value }) => [name, value]),
    ...step.tags.map(({ tag }) => tag),
  ];
  return parts
    .filter((part) => part !== undefined && part !== null)
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join('\n');
}
