import { asList, asRecord, asText } from '../json/looseValues.ts';
import { entriesOf } from '../json/writtenEntries.ts';
import { phoneDigits } from '../session/phoneDigits.ts';
import type { SessionDocument } from '../session/session.ts';
import type { LookupCondition } from './lookup.ts';

/** What a session is found by, in lower case: one short text for each way to ask, so that a hundred thousand are looked through in a moment. */
export interface FindableSession {
  readonly id: string;
  /** The digits of both numbers. */
  readonly numbers: string;
  readonly agent: string;
  /** Each between line ends, as in all that follow. */
  readonly tags: string;
  readonly said: string;
  readonly parameters: string;
  readonly nodes: string;
  readonly codes: string;
}

/** What is in a session to find it by; of what a list leaves out there is nothing. */
export function findableSession(document: SessionDocument): FindableSession {
  const session = asRecord(document);
  const tags = asList(session.tags_list);
  const path = asList(session.flow_path);
  return {
    id: lower(session.id),
    numbers: `${digitsOf(session.source)}\n${digitsOf(session.destination)}`,
    agent: lower(asRecord(session.agent_information).name),
    tags: tags.length === 0 ? '' : lines(tags.map((tag) => asRecord(tag).tag)),
    said: lines(asList(session.transcription).flatMap((entry) => entriesOf(asRecord(entry)).map(([, text]) => text))),
    parameters: parametersOf(session),
    nodes: lines(path.map((step) => asRecord(step).node_id)),
    codes: lines(path.map((step) => asRecord(asRecord(step).response).code)),
  };
}

/** A text that is looked for in one of what a session is found by. */
export interface Needle {
  readonly column: keyof FindableSession;
  readonly text: string;
}

/** What is looked for, of which one has to be there. */
export function needlesOf(condition: LookupCondition): readonly Needle[] {
  const { kind } = condition;
  switch (kind) {
    case 'id':
      return [{ column: 'id', text: condition.id.toLowerCase() }];
    case 'number':
      return [
        // Who writes it as it is dialled at home leaves out the country and dials a 0.
        { column: 'numbers', text: condition.digits.replace(/^0/u, '') },
        { column: 'id', text: condition.digits },
      ];
    case 'parameter':
      return [{ column: 'parameters', text: `\n${condition.name}=${condition.text}`.toLowerCase() }];
    case 'code':
      return [{ column: 'codes', text: `\n${condition.text.toLowerCase()}` }];
    default: {
      const text = condition.text.toLowerCase();
      return columnsOf[kind].map((column) => ({ column, text }));
    }
  }
}

const columnsOf = {
  tag: ['tags'],
  agent: ['agent'],
  node: ['nodes'],
  phrase: ['said'],
  word: ['agent', 'tags', 'said', 'id', 'parameters'],
} as const satisfies Partial<Record<LookupCondition['kind'], readonly (keyof FindableSession)[]>>;

/** Whether a condition holds of what is here of a session. */
export function fits(session: FindableSession, condition: LookupCondition): boolean {
  if (condition.kind === 'id' && condition.whole) return session.id === condition.id.toLowerCase();
  return needlesOf(condition).some(({ column, text }) => session[column].includes(text));
}

function parametersOf(session: ReturnType<typeof asRecord>): string {
  const flowData = asRecord(session.flow_data);
  const listed = [session.params_list, flowData.collected_parameters, flowData.injected_parameters].flatMap(asList);
  const named = listed.map((parameter) => {
    const { name, value } = asRecord(parameter);
    return `${asText(name) ?? ''}=${asText(value) ?? ''}`;
  });
  const plain = entriesOf(asRecord(session.parameters)).map(([name, value]) => `${name}=${asText(value) ?? ''}`);
  return lines([...named, ...plain]);
}

function lines(values: readonly unknown[]): string {
  return values.length === 0 ? '' : `\n${values.map(lower).join('\n')}\n`;
}

function lower(value: unknown): string {
  return asText(value)?.toLowerCase() ?? '';
}

function digitsOf(value: unknown): string {
  const text = asText(value) ?? '';
  // Nearly all are stored so, and reading one that a person wrote takes far longer.
  if (/^\d*$/u.test(text)) return text;
  return phoneDigits(text) ?? text.replaceAll(/\D/gu, '');
}
