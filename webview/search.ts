import type { Step } from '../src/domain/steps.ts';
import type { SessionModel } from './model.ts';

/** Where a match is: a line of the transcript or a step. */
export type Match = { readonly line: number } | { readonly step: number };

/** Searches the data, not what is drawn: rows out of sight and folded payloads are found too. */
export class SessionSearch {
  readonly #haystacks: readonly { readonly where: Match; readonly text: () => string }[];

  constructor({ conversation }: SessionModel) {
    this.#haystacks = [
      ...conversation.lines.map((line) => ({ where: { line: line.index }, text: once(() => line.text) })),
      ...conversation.steps.map((step) => ({ where: { step: step.index }, text: once(() => textOf(step)) })),
    ];
  }

  find(query: string): readonly Match[] {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    return this.#haystacks.filter(({ text }) => text().includes(wanted)).map(({ where }) => where);
  }
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
