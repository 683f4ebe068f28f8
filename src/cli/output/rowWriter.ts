import { exportFormats } from '../../api/export/exportFormats.ts';
import type { ReadRow } from '../../api/reading/readRow.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Output } from './output.ts';
import { sessionColumns } from './sessionTable.ts';
import { tableOf } from './textTable.ts';

export type RowFormat = 'table' | 'ndjson' | 'json' | 'csv';

/** Writes sessions one after another. */
export interface RowWriter {
  row(session: SessionDocument): Promise<void>;
  end(): Promise<void>;
}

/** As many rows say how wide the columns of a table are: who asks for more has them as they come. */
const mostMeasured = 1000;

export function rowWriter(format: RowFormat, output: Output, fields: readonly string[] | undefined): RowWriter {
  if (format === 'table') return tableWriter(output, fields);
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

function tableWriter(output: Output, fields: readonly string[] | undefined): RowWriter {
  const { columns, cellsOf } = sessionColumns(fields);
  let measured: (readonly string[])[] = [];
  let rowText: ((row: readonly string[]) => string) | undefined;
  const begin = async (): Promise<void> => {
    if (rowText || measured.length === 0) return;
    const table = tableOf(columns, measured);
    const rows = measured.map(table.rowText);
    measured = [];
    rowText = table.rowText;
    await output.write([table.head, ...rows].join(''));
  };
  return {
    row: async (session) => {
      if (rowText) return output.write(rowText(cellsOf(session)));
      measured.push(cellsOf(session));
      if (measured.length === mostMeasured) await begin();
    },
    end: begin,
  };
}

/** A session that is read already, as exports take it. */
function readRowOf(members: SessionDocument): ReadRow {
  return { bytes: Buffer.from(writeJson(members)), members, key: '', time: undefined };
}
