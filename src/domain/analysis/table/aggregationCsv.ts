import { csvCell } from '../../sharing/csvCell.ts';
import type { AggregationTable } from './aggregationTables.ts';
import { valueText } from './aggregationTables.ts';

export interface CsvWords {
  /** Above the counts. */
  readonly count: string;
  /** For what a size cut off. */
  readonly others: string;
}

/** Tables as CSV, one below the other with an empty line between them. No cell becomes a formula. */
export function aggregationCsv(tables: readonly AggregationTable[], words: CsvWords): string {
  return tables.map((table) => csvOf(table, words)).join('\r\n');
}

function csvOf(table: AggregationTable, { count: counted, others }: CsvWords): string {
  const { columns, durationColumns, measures, durations, rows } = table;
  const inUnit = (name: string, isDuration: boolean): string => (isDuration ? `${name} (ms)` : name);
  const lines = [
    [
      ...columns.map((name) => inUnit(name, durationColumns.includes(name))),
      ...(columns.length > 0 ? [counted] : []),
      ...measures.map((name) => inUnit(name, durations.includes(name))),
    ],
    ...rows.map(({ keys, count, values }) => [
      ...keys.map((key) => key ?? others),
      ...(columns.length > 0 ? [String(count ?? '')] : []),
      ...values.map((value, at) => valueText(table, at, value)),
    ]),
  ];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
