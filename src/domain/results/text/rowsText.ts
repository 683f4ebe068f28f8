import { asRecord } from '../../json/looseValues.ts';
import { parseJson } from '../../json/parseJson.ts';
import { writeJson } from '../../json/writeJson.ts';
import { createMask } from '../../masking/mask.ts';
import type { SessionDocument } from '../../session/session.ts';
import { cellText } from '../rows/rowColumns.ts';
import type { TextTable } from './tableText.ts';
import { csvOf, markdownOf, tsvOf } from './tableText.ts';

/** How rows of results are written: JSON holds all of their sessions that is here, the others the columns. */
export type RowsFormat = 'tsv' | 'csv' | 'markdown' | 'json' | 'ndjson';

/** Sessions as text, for others; masked, one value has one alias in all of them. */
export function rowsText(
  sessions: readonly SessionDocument[],
  {
    paths,
    format,
    masked,
  }: { readonly paths: readonly string[]; readonly format: RowsFormat; readonly masked: boolean },
): string {
  const mask = masked ? createMask() : undefined;
  const documents = sessions.map((session) =>
    mask ? asRecord(parseJson(mask.session(writeJson(session)))) : asRecord(session),
  );
  if (format === 'json') return `[\n${documents.map(writeJson).join(',\n')}\n]\n`;
  if (format === 'ndjson') return documents.map((document) => `${writeJson(document)}\n`).join('');
  const head = ['id', ...paths.filter((path) => path !== 'id')];
  const table: TextTable = {
    head,
    rows: documents.map((document) => head.map((path) => cellText(document as SessionDocument, path) ?? '')),
  };
  if (format === 'csv') return csvOf(table);
  return format === 'markdown' ? markdownOf(table) : tsvOf(table);
}
