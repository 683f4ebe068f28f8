import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import { aggregationCsv } from '../../domain/analysis/table/aggregationCsv.ts';
import type { AggregationTable } from '../../domain/analysis/table/aggregationTables.ts';
import { writeOrTell } from '../../host/errors/writeOrTell.ts';
import { said } from '../../host/pages/said.ts';
import { askFile } from '../../host/surfaces/questions.ts';
import type { AnalysisPageMessage } from '../../protocol/analysisMessages.ts';
import type { ResultsPageMessage } from '../../protocol/resultsMessages.ts';
import type { Analyses } from './analyses.ts';

export function isOfAnalysis(message: ResultsPageMessage): message is AnalysisPageMessage {
  return ['aggregate', 'mapPaths', 'cancelAnalysis', 'takeAggregations', 'rowsOnPath'].includes(message.type);
}

interface AnalysisPanel {
  readonly run: Run | undefined;
  readonly query: vscode.Uri | undefined;
}

/** Answers what a page asks of what is worked out over every session. */
export async function answerAnalysis(
  message: AnalysisPageMessage,
  { run, query }: AnalysisPanel,
  analyses: Analyses,
): Promise<unknown> {
  switch (message.type) {
    case 'aggregate':
      if (run) analyses.aggregate(run);
      return undefined;
    case 'mapPaths':
      if (run) analyses.mapPaths(run, message.comparison);
      return undefined;
    case 'cancelAnalysis':
      analyses.cancel(message.kind);
      return undefined;
    case 'takeAggregations':
      return said(await take(message, analyses.tables, query));
    case 'rowsOnPath':
      return run ? analyses.rowsOnPath(run, message.from, message.to) : new Uint32Array();
  }
}

async function take(
  { to, format }: Extract<AnalysisPageMessage, { type: 'takeAggregations' }>,
  tables: readonly AggregationTable[],
  query: vscode.Uri | undefined,
): Promise<string | undefined> {
  if (tables.length === 0) return vscode.l10n.t('There is nothing to copy or save yet.');
  const words = { count: vscode.l10n.t('count'), others: vscode.l10n.t('(others)') };
  const text = format === 'csv' ? aggregationCsv(tables, words) : `${JSON.stringify(records(tables), null, 2)}\n`;
  if (to === 'clipboard') {
    await vscode.env.clipboard.writeText(text);
    return format === 'csv' ? vscode.l10n.t('Copied as CSV.') : vscode.l10n.t('Copied as JSON.');
  }
  const folder = query && vscode.Uri.joinPath(query, '..');
  const target = await askFile({
    filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
    ...(folder?.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(folder, `aggregations.${format}`) } : {}),
  });
  if (!target) return undefined;
  // Spreadsheets read a file as UTF-8 only when it says so.
  const bytes = new TextEncoder().encode(format === 'csv' ? `\uFEFF${text}` : text);
  return (await writeOrTell(target, bytes)) ? vscode.l10n.t('Saved.') : undefined;
}

/** Each row as an object: its keys by aggregation, its count, its measures. */
function records(tables: readonly AggregationTable[]): unknown {
  return tables.map(({ names, measures, times, rows }) => ({
    aggregation: names,
    rows: rows.map(({ keys, count, values }) => ({
      keys,
      ...(count === null ? {} : { count }),
      ...(measures.length > 0
        ? {
            measures: Object.fromEntries(
              measures.map((name, at) => [name, measured(values[at], times.includes(name))]),
            ),
          }
        : {}),
    })),
  }));
}

function measured(value: number | null | undefined, isTime: boolean): number | string | null {
  return isTime && typeof value === 'number' ? new Date(value).toISOString() : (value ?? null);
}
