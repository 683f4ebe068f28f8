import { exportFormats } from '../../api/export/exportFormats.ts';
import type { ReadRow } from '../../api/reading/readRow.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Output } from './output.ts';
import { sessionTable } from './sessionTable.ts';

export type RowFormat = 'table' | 'ndjson' | 'json' | 'csv';

/** Writes sessions one after another. */
export interface RowWriter {
  row(session: SessionDocument): Promise<void>;
  end(): Promise<void>;
}

/** A table is written at its end, when its widths are known; all else as it comes. */
export function rowWriter(format: RowFormat, output: Output, fields: readonly string[] | undefined): RowWriter {
  if (format === 'table') {
    const sessions: SessionDocument[] = [];
    return {
      row: async (session) => void sessions.push(session),
      end: () => (sessions.length > 0 ? output.write(sessionTable(sessions, fields)) : Promise.resolve()),
    };
  }
  const { head, row, rowEnd, lastRowEnd, foot } = exportFormats[format](fields ?? []);
  let written = 0;
  return {
    row: (session) => {
      const bytes = row(readRowOf(session), undefined);
      return output.write(`${written++ > 0 ? rowEnd : head}${bytes ? Buffer.from(bytes).toString() : ''}`);
    },
    end: () => output.write(`${written > 0 ? lastRowEnd : head}${foot}`),
  };
}

/** A session that is read already, as exports take it. */
function readRowOf(members: SessionDocument): ReadRow {
  return { bytes: Buffer.from(writeJson(members)), members, key: '', time: undefined };
}
