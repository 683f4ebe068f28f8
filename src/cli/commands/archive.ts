import { resolve } from 'node:path';
import type { ArchiveTask } from '../archiving/archiveTask.ts';
import { beginTask, leftTask } from '../archiving/archiveTask.ts';
import type { ArchiveChoice } from '../archiving/chooseArchive.ts';
import { chooseArchive } from '../archiving/chooseArchive.ts';
import { runTask } from '../archiving/runTask.ts';
import { keyNotes, queryOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { readArguments } from '../arguments/readArguments.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import { lastingChoice } from '../connection/lastingChoice.ts';
import type { OpenArchive } from '../connection/openArchive.ts';
import { openArchive } from '../connection/openArchive.ts';
import { readSettingsFiles } from '../connection/settingsFiles.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import { exitCodes, worse } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { maskJson } from '../output/maskJson.ts';
import type { Command, Context } from '../program/command.ts';
import type { LoadedQuery, QueryChoice } from '../queries/loadQuery.ts';
import { loadQuery } from '../queries/loadQuery.ts';
import { queryFilesOf } from '../queries/queryFiles.ts';
import { withConnection } from './withConnection.ts';

const options = {
  into: { type: 'string', value: 'NAME', help: "the archive: a connection of the workspace's or the user's settings" },
  'into-url': { type: 'string', value: 'URL', help: 'the archive in the cluster at this address' },
  index: { type: 'string', value: 'PATTERN', help: 'its indexes, with --into-url (default: insights-sessions-*)' },
  user: { type: 'string', value: 'NAME', help: 'who signs in with a password, with --into-url' },
  'go-on': { type: 'string', value: 'FILE', help: 'go on with what stopped: FILE is the NAME.archiving that it left' },
  ...queryOptions,
} as const satisfies Options;

type Values = ArchiveChoice & ConnectionChoice & QueryChoice & { readonly unmasked?: boolean | undefined };

/** Writes whole sessions of queries to an archive. */
export const archive: Command = {
  help: {
    name: 'archive',
    operands: 'FILE...',
    summary:
      'Writes all sessions that queries find, whole, to an archive in OpenSearch or Elasticsearch. A folder stands for all query files in it.\nWritten twice, a session is there once.',
    options,
    notes: `What stops before its end leaves NAME.archiving in this folder, and --go-on continues it. Masked, it starts over, with the same range: its
aliases aren't kept. What the cluster refuses is in NAME.refused.ndjson, with the reasons.

The key or password of the archive comes from INSIGHTS_API_KEY_NAME, NAME as its connection's; with --into-url from INSIGHTS_API_KEY_ARCHIVE,
which is a password with --user, and else an API key.

${keyNotes}

Ends with 0 when everything is archived, 3 when a part is not: refused, not given by the service, or not masked.`,
    examples: [
      'archive --into archive calls.insights.json',
      'archive --into archive --from now-1d/d --to now-1d/d --unmasked queries/',
      'archive --into-url https://cluster.example.com:9200 --user insights --file calls.ndjson all-calls.insights.json',
      'archive --go-on calls.archiving',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const left = values['go-on'];
    if (left !== undefined) {
      if (positionals.length > 0) throw new WrongUse('--go-on takes no query: what is archived is known.');
      return goOn(await leftTask(resolve(context.folder, left), left), context);
    }
    const files = await queryFilesOf(positionals, context.folder);
    // One alias for one value in all of them.
    const mask = values.unmasked ? undefined : maskJson();
    const queries = await Promise.all(files.map((file) => loadQuery(file, values, context)));
    let code: ExitCode = exitCodes.held;
    for (const query of queries) code = worse(code, await archiveQuery(query, { values, mask, context }));
    return code;
  },
};

interface ArchivingQuery {
  readonly values: Values;
  readonly mask: ((json: string) => string) | undefined;
  readonly context: Context;
}

async function archiveQuery(loaded: LoadedQuery, { values, mask, context }: ArchivingQuery): Promise<ExitCode> {
  const { connection: query, folder, file } = loaded;
  const { into, 'into-url': url, index, user } = values;
  const archiveChoice: ArchiveChoice = { into, 'into-url': url, index, user };
  return withArchive(archiveChoice, { folder, context }, (opened) =>
    withConnection(context, { choice: values, query, folder }, async ({ client, span, service }) => {
      if (service === opened.service && mask)
        throw new WrongUse(
          'The sessions come from the very archive that they are to go to: masked, they would take the place of what is there. With --unmasked they are written again as they are.',
        );
      const task = await beginTask(
        {
          choice: lastingChoice(values, context.folder),
          query,
          folder,
          service,
          request: loaded.requestOver(span),
          masked: mask !== undefined,
          archiveChoice,
          archive: opened.service,
        },
        file.path,
        context.folder,
      );
      return runTask(task, { client, archive: opened, mask, context });
    }),
  );
}

async function goOn(task: ArchiveTask, context: Context): Promise<ExitCode> {
  const { choice, query, folder, archiveChoice, archive: cluster, service: left, masked } = task;
  return withArchive(archiveChoice, { folder, context }, (opened) =>
    withConnection(context, { choice, query, folder }, async ({ client, service }) => {
      if (service !== left || opened.service !== cluster)
        throw new WrongUse('The connection is another service by now, or its file another: archive anew.');
      return runTask(task, { client, archive: opened, mask: masked ? maskJson() : undefined, context });
    }),
  );
}

async function withArchive(
  choice: ArchiveChoice,
  { folder, context }: { readonly folder: string; readonly context: Context },
  action: (archive: OpenArchive) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { env } = context;
  const settings = readSettingsFiles(folder, env);
  const opened = openArchive(chooseArchive(choice, { settings, env }), { env, settings });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
}
