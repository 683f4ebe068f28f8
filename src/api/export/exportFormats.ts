import { asText } from '../../domain/json/looseValues.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { listFields } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { valuesAt } from '../search/fieldValues.ts';

export type ExportFormat = 'ndjson' | 'json' | 'csv';

interface Format {
  readonly head: string;
  readonly between: string;
  row(session: SessionDocument): string;
  foot(rows: number): string;
}

/** How rows become a file; the fields are the columns where a format has columns. */
export const exportFormats: Readonly<Record<ExportFormat, (fields: readonly string[]) => Format>> = {
  ndjson: () => ({ head: '', between: '', row: (session) => `${writeJson(session)}\n`, foot: () => '' }),
  json: () => ({
    head: '[',
    between: ',',
    row: (session) => `\n${writeJson(session)}`,
    foot: (rows) => (rows > 0 ? '\n]\n' : ']\n'),
  }),
  csv: (fields) => {
    const columns = [...new Set(['id', 'session_start_time', ...(fields.length > 0 ? fields : defaultColumns)])];
    return {
      // Spreadsheets read a file as UTF-8 only when it says so.
      head: `\uFEFF${columns.map(cell).join(',')}\r\n`,
      between: '',
      row: (session) => `${columns.map((field) => cell(textAt(session, field))).join(',')}\r\n`,
      foot: () => '',
    };
  },
};

const objects: Readonly<Record<string, readonly string[]>> = {
  channel_data: ['channel_data.duration', 'channel_data.status_code', 'channel_data.call_status'],
  agent_information: ['agent_information.name', 'agent_information.id', 'agent_information.version_id'],
  tags_list: ['tags_list.tag'],
};
const defaultColumns = listFields.flatMap((field) => objects[field] ?? [field]);

function textAt(session: SessionDocument, field: string): string {
  return valuesAt(session, field)
    .map((value) => asText(value) ?? '')
    .join('; ');
}

/** What spreadsheets may read as the start of a formula, as OWASP lists it: full-width signs too, and behind any blanks. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A caller's words must not become a formula; a number with its sign is none. */
function cell(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
