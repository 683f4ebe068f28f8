import { unfoundSentences } from '../../words/unfoundSentences.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import { chooseConnection } from '../connection/chooseConnection.ts';
import type { OpenConnection } from '../connection/connections.ts';
import { openConnection } from '../connection/openConnection.ts';
import { readSettingsFiles } from '../connection/settingsFiles.ts';
import type { Context } from '../program/command.ts';

/** Opens the connection that options, query and settings choose, as long as something is done with it. `folder` is the one whose settings count. */
export async function withConnection<T>(
  context: Context,
  of: { readonly choice: ConnectionChoice; readonly query?: string | undefined; readonly folder: string },
  action: (connection: OpenConnection) => Promise<T>,
): Promise<T> {
  const { env, folder, now } = context;
  const settings = readSettingsFiles(of.folder, env);
  const connection = await openConnection(chooseConnection(of.choice, { query: of.query, settings, folder }), {
    env,
    now,
    settings,
  });
  for (const sentence of connection.unfound ? unfoundSentences(connection.unfound) : []) context.notes.say(sentence);
  try {
    return await action(connection);
  } finally {
    await connection.close();
  }
}
