import { readThrough } from '../../api/reading/readThrough.ts';
import { searchSessions } from '../../api/search/searchSessions.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import type { OpenConnection } from '../connection/connections.ts';
import { readingNotes } from '../output/readingNotes.ts';
import type { RowFormat } from '../output/rowWriter.ts';
import { textTable } from '../output/textTable.ts';
import type { Context } from '../program/command.ts';
import type { LoadedQuery } from '../queries/loadQuery.ts';
import { withConnection } from './withConnection.ts';

interface Counting {
  readonly context: Context;
  readonly choice: ConnectionChoice;
  readonly format: RowFormat;
}

/** Prints how many sessions each query finds: one number for one query, else a row for each. */
export async function printCounts(
  queries: readonly LoadedQuery[],
  { context, choice, format }: Counting,
): Promise<void> {
  const counts: { readonly file: string; readonly count: number }[] = [];
  for (const query of queries) {
    const of = { choice, query: query.connection, folder: query.folder };
    const count = await withConnection(context, of, (connection) => countOf(query, connection, context));
    counts.push({ file: query.file.name, count });
  }
  context.notes.endProgress();
  await context.output.write(textOf(counts, format));
}

function textOf(counts: readonly { readonly file: string; readonly count: number }[], format: RowFormat): string {
  const [only, ...others] = counts;
  switch (format) {
    case 'json':
      return `${JSON.stringify(counts)}\n`;
    case 'ndjson':
      return counts.map((one) => `${JSON.stringify(one)}\n`).join('');
    default: {
      if (only && others.length === 0) return `${only.count}\n`;
      const columns = [{ title: 'SESSIONS', isNumber: true }, { title: 'QUERY' }];
      return textTable(
        columns,
        counts.map(({ file, count }) => [String(count), file]),
      );
    }
  }
}

/** The service counts what it is asked for, up to a point; beyond that, and behind a refinement, it takes reading. */
async function countOf(query: LoadedQuery, { client, span }: OpenConnection, context: Context): Promise<number> {
  const request = query.requestOver(span);
  if (!request.refinement) {
    const first = { ...request, pageNumber: 0, pageSize: 1 };
    const stream = searchSessions({ request: first, client, signal: context.signal });
    await stream.counted;
    if (!stream.total.atLeast) return stream.total.count;
  }
  const { signal, notes } = context;
  const reading = { request, client, signal, fields: [], ...readingNotes(notes) };
  return readThrough(reading, { collect: () => undefined });
}
