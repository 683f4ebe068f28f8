import { resolve } from 'node:path';
import { keyNotes, queryOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import { lastingChoice } from '../connection/lastingChoice.ts';
import type { ExportTask } from '../exporting/exportTask.ts';
import { beginTask, leftTask } from '../exporting/exportTask.ts';
import { runTask } from '../exporting/runTask.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { Command, Context } from '../program/command.ts';
import { loadQuery } from '../queries/loadQuery.ts';
import { queryFilesOf } from '../queries/queryFiles.ts';
import { withConnection } from './withConnection.ts';

const options = {
  output: { type: 'string', short: 'o', value: 'FILE', help: 'where to; .ndjson, .json and .csv say in which format' },
  format: {
    type: 'string',
    value: 'FORMAT',
    words: ['ndjson', 'json', 'csv'],
    help: 'ndjson, json or csv (default: as the file is called, else ndjson)',
  },
  whole: { type: 'boolean', help: "whole sessions, with paths and transcripts (default: the query's fields)" },
  'go-on': { type: 'string', value: 'FILE', help: 'go on with the export to this file, from where it stopped' },
  ...queryOptions,
} as const satisfies Options;

/** Writes all sessions of a query to a file. */
export const exportCommand: Command = {
  help: {
    name: 'export',
    operands: 'FILE',
    summary:
      'Writes all sessions that a query finds to a file, in its order. Until it is complete, the file is called NAME.partial.ndjson, and --go-on continues it.',
    options,
    notes: `--go-on starts a masked export over, with the same range: its aliases aren't kept.\n\n${keyNotes}`,
    examples: [
      'export --output calls.ndjson calls.insights.json',
      'export --whole --unmasked --from 2026-01-01 --to 2026-01-31 -o january.json calls.insights.json',
      'export --go-on january.json',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const left = values['go-on'];
    if (left !== undefined) {
      if (positionals.length > 0) throw new WrongUse('--go-on takes no query: what is exported is known.');
      return goOn(resolve(context.folder, left), context);
    }
    const [query, ...others] = await queryFilesOf(positionals, context.folder);
    if (!query || others.length > 0) throw new WrongUse('export takes one query file.');
    if (values.output === undefined) throw new WrongUse('Say where to: --output FILE.');
    const file = resolve(context.folder, values.output);
    const ending = /\.(ndjson|json|csv)$/iu.exec(file)?.[1]?.toLowerCase();
    const format = oneOf('format', values.format ?? ending, ['ndjson', 'json', 'csv']);
    const loaded = await loadQuery(query, values, context);
    const { connection, folder } = loaded;
    return withConnection(context, { choice: values, query: connection, folder }, async ({ client, span, service }) => {
      const task: ExportTask = await beginTask({
        choice: lastingChoice(values, context.folder),
        query: connection,
        folder,
        service,
        request: loaded.requestOver(span),
        format,
        whole: values.whole === true,
        masked: !values.unmasked,
        file,
      });
      return runTask(task, { client, context });
    });
  },
};

async function goOn(file: string, context: Context): Promise<ExitCode> {
  const task = await leftTask(file);
  if (!task) throw new WrongUse(`There is no unfinished export to ${file}.`);
  const { choice, query, folder } = task;
  return withConnection(context, { choice, query, folder }, async ({ client, service }) => {
    if (service !== task.service)
      throw new WrongUse('The connection is another service by now, or its file another: export anew.');
    return runTask(task, { client, context });
  });
}
