import { IncompleteAnswer, outsideSentence, unheededFilterSentence } from '../../api/reading/incompleteAnswer.ts';
import type { ReadOptions } from '../../api/reading/readSessions.ts';
import { readSessions } from '../../api/reading/readSessions.ts';
import { searchSessions } from '../../api/search/searchSessions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { keyNotes, queryOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import type { OpenConnection } from '../connection/connections.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { createMask } from '../output/mask.ts';
import type { Notes } from '../output/notes.ts';
import type { RowFormat } from '../output/rowWriter.ts';
import { rowWriter } from '../output/rowWriter.ts';
import type { Command, Context } from '../program/command.ts';
import type { LoadedQuery, QueryChoice } from '../queries/loadQuery.ts';
import { loadQuery } from '../queries/loadQuery.ts';
import { queryFilesOf } from '../queries/queryFiles.ts';
import { printCounts } from './printCounts.ts';
import { withConnection } from './withConnection.ts';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    words: ['table', 'ndjson', 'json', 'csv'],
    help: 'table (default), ndjson, json or csv',
  },
  count: { type: 'boolean', help: 'print only how many sessions there are' },
  all: { type: 'boolean', help: "print all sessions (default: the query's page)" },
  whole: { type: 'boolean', help: 'print all sessions whole, with paths and transcripts, in the order of time' },
  ...queryOptions,
} as const satisfies Options;

const allPageSize = 200;

/** Runs queries and prints the sessions that they find. */
export const run: Command = {
  help: {
    name: 'run',
    operands: 'FILE...',
    summary: 'Prints the sessions that a query finds. A folder stands for all query files in it.',
    options,
    notes: keyNotes,
    examples: [
      'run failed-webhooks.insights.json',
      "run --all --format ndjson calls.insights.json | jq -r '.id'",
      'run --count --from now-1d/d --connection production queries/',
      'run --input caller=447700900123 calls-of-one-number.insights.json',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const format = oneOf('format', values.format, ['table', 'ndjson', 'json', 'csv']);
    const files = await queryFilesOf(positionals, context.folder);
    if (files.length > 1 && !values.count && (format === 'json' || format === 'csv')) {
      throw new WrongUse(`--format ${format} takes one query file: the rows of several are of no one shape.`);
    }
    const queries = await Promise.all(files.map((file) => loadQuery(file, values, context)));
    if (values.count) await printCounts(queries, { context, choice: values, format });
    else {
      const mask = createMask(values.unmasked);
      for (const query of queries) await printRows(query, { context, values, format, several: files.length > 1, mask });
    }
    return exitCodes.held;
  },
};

interface Printing {
  readonly context: Context;
  readonly values: QueryChoice &
    ConnectionChoice & { readonly all?: boolean | undefined; readonly whole?: boolean | undefined };
  readonly format: RowFormat;
}

function connected<T>(
  query: LoadedQuery,
  { context, values }: Printing,
  action: (connection: OpenConnection) => Promise<T>,
) {
  return withConnection(context, { choice: values, query: query.connection, folder: query.folder }, action);
}

async function printRows(
  query: LoadedQuery,
  printing: Printing & { readonly several: boolean; readonly mask: ReturnType<typeof createMask> },
): Promise<void> {
  const { context, values, format, several, mask } = printing;
  const { output, notes, signal } = context;
  await connected(query, printing, async ({ client, span }) => {
    const request = query.requestOver(span);
    if (several && format === 'table') await output.write(`${query.file.name}\n`);
    const rows = rowWriter(format, output, request.columns);
    const found = values.whole
      ? wholeSessions({ request, client, signal })
      : searchSessions({ request: values.all ? allOf(request) : request, client, signal });
    const wanted = values.all || values.whole ? Number.POSITIVE_INFINITY : request.pageSize;
    let [read, printed] = [0, 0];
    for await (const session of found) {
      read++;
      if (!request.refinement || request.refinement.keeps(session)) {
        await rows.row(mask.session(session));
        printed++;
      }
      if (read % 50 === 0) notes.progress(`${read} sessions…`);
      if (read >= wanted) break;
    }
    notes.endProgress();
    await rows.end();
    if (several && format === 'table') await output.write('\n');
    const total = 'total' in found ? found.total : { count: read, atLeast: false };
    tell({ read, printed, ...total, isAll: wanted > read }, several ? `${query.file.name}: ` : '', notes);
    if ('incomplete' in found) failIfIncomplete(found, read > (values.all ? allPageSize : request.pageSize));
  });
}

/** What was printed is not taken for all there is. */
function failIfIncomplete(
  { incomplete, missing, moved, unchecked, outside, filterUnheeded, tiebreakerRefused }: SessionStream,
  severalPages: boolean,
): void {
  if (incomplete) {
    throw new IncompleteAnswer('More sessions start in one second than the service gives: some are missing.');
  }
  if (missing > 0) {
    const counted = missing === 1 ? 'one more session' : `${missing} more sessions`;
    throw new IncompleteAnswer(`The service counts ${counted} than it gave.`);
  }
  if (moved > 0) {
    throw new IncompleteAnswer(
      'Some sessions are missing: others came and went while pages were read. Run it again, or sort by session_start_time.',
    );
  }
  if (outside > 0) throw new IncompleteAnswer(outsideSentence(outside));
  if (filterUnheeded) throw new IncompleteAnswer(unheededFilterSentence);
  if (unchecked) {
    throw new IncompleteAnswer(
      'Some sessions may be missing: whether others came and went while pages were read could not be checked. Run it again, or sort by session_start_time.',
    );
  }
  if (tiebreakerRefused && severalPages)
    throw new IncompleteAnswer('The service does not sort by id: some sessions may be missing, and others come twice.');
}

function allOf(request: SearchRequest): SearchRequest {
  return { ...request, pageNumber: 0, pageSize: allPageSize };
}

async function* wholeSessions(of: Pick<ReadOptions, 'request' | 'client' | 'signal'>): AsyncGenerator<SessionDocument> {
  const { projectFields: _, ...request } = of.request;
  const reader = readSessions({ ...of, request, whole: true });
  for await (const { rows } of reader) {
    for (const { bytes } of rows) yield parseJson(Buffer.from(bytes).toString()) as SessionDocument;
  }
  const incompleteAnswer = IncompleteAnswer.of(reader);
  if (incompleteAnswer) throw incompleteAnswer;
}

interface Told {
  readonly read: number;
  readonly printed: number;
  readonly count: number;
  readonly atLeast: boolean;
  /** No more were wanted than there are. */
  readonly isAll: boolean;
}

/** Nothing is left out silently. */
function tell({ read, printed, count, atLeast, isAll }: Told, name: string, notes: Notes): void {
  const refined = printed === read ? '' : `, of which the refinement keeps ${printed}`;
  if (read === 0) notes.say(`${name}No sessions.`);
  else if (atLeast || count > read) {
    notes.say(
      `${name}${read} of ${count}${atLeast ? ' or more' : ''} sessions${refined}.${isAll ? '' : ' --all prints all.'}`,
    );
  } else if (refined) notes.say(`${name}${read} sessions${refined}.`);
}
