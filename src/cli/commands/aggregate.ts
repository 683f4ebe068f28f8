import { aggregateSessions } from '../../api/reading/aggregateSessions.ts';
import type { AggregationResult } from '../../domain/analysis/aggregations/collector.ts';
import { keyNotes, queryOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { aggregationText } from '../output/aggregationText.ts';
import { createMask } from '../output/mask.ts';
import { readingNotes } from '../output/readingNotes.ts';
import type { Command } from '../program/command.ts';
import { loadQuery } from '../queries/loadQuery.ts';
import { queryFilesOf } from '../queries/queryFiles.ts';
import { withConnection } from './withConnection.ts';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    words: ['text', 'json'],
    help: "text (default), or json: Elasticsearch's own answer",
  },
  ...queryOptions,
} as const satisfies Options;

/** Counts and measures over all sessions of a query, as its `aggs` say. */
export const aggregate: Command = {
  help: {
    name: 'aggregate',
    operands: 'FILE',
    summary: 'Counts and measures all sessions of a query, as its "aggs" say.',
    options,
    notes: keyNotes,
    examples: [
      'aggregate calls.insights.json',
      'aggregate --from now-30d/d --connection production calls.insights.json',
      'aggregate --format json --file sessions.ndjson calls.insights.json',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const format = oneOf('format', values.format, ['text', 'json']);
    const [file, ...others] = await queryFilesOf(positionals, context.folder);
    if (!file || others.length > 0) throw new WrongUse('aggregate takes one query file.');
    const loaded = await loadQuery(file, values, context);
    const { aggs } = loaded.query;
    if (aggs === undefined) throw new WrongUse(`${file.name} has no "aggs".`);
    const { signal, notes, now } = context;
    const { result: found, total } = await withConnection(
      context,
      { choice: values, query: loaded.connection, folder: loaded.folder },
      ({ client, span }) =>
        aggregateSessions({ request: loaded.requestOver(span), client, aggs, now, signal, ...readingNotes(notes) }),
    );
    notes.endProgress();
    const result = createMask(values.unmasked).value(found) as AggregationResult;
    await context.output.write(
      format === 'json'
        ? `${JSON.stringify({ total, aggregations: result }, null, 2)}\n`
        : `${total} ${total === 1 ? 'session' : 'sessions'}\n\n${aggregationText(result, aggs)}`,
    );
    return exitCodes.held;
  },
};
