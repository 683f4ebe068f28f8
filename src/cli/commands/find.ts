import { searchSessions } from '../../api/search/searchSessions.ts';
import type { InsightsQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { RequestError, toSearchRequest } from '../../domain/query/request.ts';
import { findTargetOf, spellingsOf } from '../../domain/session/findTarget.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import { connectionOptions, keyNotes, rangeOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import { readCommits } from '../commits/readCommits.ts';
import type { OpenConnection } from '../connection/connections.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { createMask } from '../output/mask.ts';
import { rowWriter } from '../output/rowWriter.ts';
import type { Command, Context } from '../program/command.ts';
import { rangeSentence } from '../words/rangeSentence.ts';
import { sessionOfId } from './sessionOfId.ts';
import { withConnection } from './withConnection.ts';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    words: ['table', 'ndjson', 'json', 'csv'],
    help: 'table (default), ndjson, json or csv',
  },
  ...connectionOptions,
  ...rangeOptions,
} as const satisfies Options;

/** Finds sessions without a query. */
export const find: Command = {
  help: {
    name: 'find',
    operands: 'ID|NUMBER',
    summary:
      "Prints the session of an ID, or those of a caller's number, written any way (of the last 7 days, or from --from on).",
    options,
    notes: `Ends with 1 when there is none.\n\n${keyNotes}`,
    examples: [
      'find 0b6f7f2c-5d2b-4b1e-9a38-0d9f2a1c7e55',
      "find '+44 7700 900123' --from now-30d --connection production",
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const format = oneOf('format', values.format, ['table', 'ndjson', 'json', 'csv']);
    const text = positionals.join(' ');
    const target = findTargetOf(text) ?? (text.trim() ? { kind: 'id' as const, id: text.trim() } : undefined);
    if (!target) throw new WrongUse('Name the ID of a session, or a phone number.');
    const sessions = await withConnection(context, { choice: values, folder: context.folder }, (connection) =>
      target.kind === 'id'
        ? sessionOfId(target, connection, context.signal)
        : sessionsOfNumber(target.digits, { connection, context, range: values }),
    );
    const mask = createMask(values.unmasked);
    const rows = rowWriter(format, context.output, undefined);
    for (const session of sessions) await rows.row(mask.session(session));
    await rows.end();
    if (sessions.length > 0) return exitCodes.held;
    context.notes.say(
      target.kind === 'id'
        ? `There is no session "${target.id}".`
        : 'There are no sessions of this number in that time.',
    );
    return exitCodes.broken;
  },
};

async function requestOf(query: InsightsQuery, { folder, now }: Context): Promise<SearchRequest> {
  const commits = await readCommits(refsIn([query.from_date, query.to_date]), folder);
  try {
    return toSearchRequest(query, now, commits);
  } catch (error) {
    if (error instanceof RequestError) throw new WrongUse(rangeSentence(error.problem));
    throw error;
  }
}

async function sessionsOfNumber(
  digits: string,
  of: {
    readonly connection: OpenConnection;
    readonly context: Context;
    readonly range: { readonly from?: string | undefined; readonly to?: string | undefined };
  },
): Promise<readonly SessionDocument[]> {
  const { connection, context, range } = of;
  const dates = {
    ...(range.from === undefined ? {} : { from_date: range.from }),
    ...(range.to === undefined ? {} : { to_date: range.to }),
  };
  const should = spellingsOf(digits).map((source) => ({ term: { source } }));
  const request = await requestOf({ ...dates, filter_by: { should } }, context);
  const isWhole = connection.span && Object.keys(dates).length === 0;
  const stream = searchSessions({
    request: isWhole && connection.span ? { ...request, range: connection.span } : request,
    client: connection.client,
    signal: context.signal,
  });
  const found: SessionDocument[] = [];
  for await (const session of stream) found.push(session);
  return found;
}
