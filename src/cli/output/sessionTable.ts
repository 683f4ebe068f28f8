import { asText } from '../../domain/json/looseValues.ts';
import { valuesAt } from '../../domain/session/fields/valuesAt.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { durationText, zonedTime } from '../../domain/time/zonedTime.ts';
import { outcomeText } from './outcomeText.ts';
import type { Column } from './textTable.ts';

const usual: readonly Column[] = [
  { title: 'START (UTC)' },
  { title: 'AGENT' },
  { title: 'CHANNEL' },
  { title: 'CALLER' },
  { title: 'DURATION', isNumber: true },
  { title: 'OUTCOME' },
  { title: 'ID' },
];

/** The columns of a table of sessions, and what a session has in them: the fields that a query names, else what one wants to know first. */
export function sessionColumns(fields: readonly string[] | undefined): {
  readonly columns: readonly Column[];
  readonly cellsOf: (session: SessionDocument) => readonly string[];
} {
  if (!fields) return { columns: usual, cellsOf: usualCells };
  const others = fields.filter((field) => field !== 'id' && field !== 'session_start_time');
  return {
    columns: ['START (UTC)', ...others, 'ID'].map((title) => ({ title })),
    cellsOf: (session) => [startOf(session), ...others.map((field) => textAt(session, field)), idOf(session)],
  };
}

function usualCells(session: SessionDocument): readonly string[] {
  const { agent = '', channel = '', caller = '', durationMs, outcome } = summarise(session);
  const duration = durationMs === undefined ? '' : durationText(durationMs);
  return [startOf(session), agent, channel, caller, duration, outcomeText(outcome), idOf(session)];
}

function startOf(session: SessionDocument): string {
  const { start } = summarise(session);
  return start ? zonedTime(start, 'utc') : '';
}

function idOf(session: SessionDocument): string {
  return summarise(session).id ?? '';
}

function textAt(session: SessionDocument, field: string): string {
  return valuesAt(session, field)
    .map((value) => asText(value) ?? '')
    .join('; ');
}
