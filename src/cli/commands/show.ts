import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeReadably } from '../../domain/json/writeJson.ts';
import { findTargetOf } from '../../domain/session/findTarget.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { connectionOptions, keyNotes } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { createMask } from '../output/mask.ts';
import { sessionText } from '../output/sessionText.ts';
import type { Command, Context } from '../program/command.ts';
import { nodeNamesNear } from '../queries/nodeNamesNear.ts';
import { errorSentence } from '../words/errorSentence.ts';
import { sessionOfId } from './sessionOfId.ts';
import { withConnection } from './withConnection.ts';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    words: ['text', 'json'],
    help: 'text (default), or json: the whole document',
  },
  ...connectionOptions,
} as const satisfies Options;

/** Shows one session. */
export const show: Command = {
  help: {
    name: 'show',
    operands: 'ID|FILE',
    summary: 'Prints a session as text: its facts, what was said and what ran in between, and what failed.',
    options,
    notes: `Ends with 1 when there is no such session.\n\n${keyNotes}`,
    examples: [
      'show 0b6f7f2c-5d2b-4b1e-9a38-0d9f2a1c7e55 --connection production',
      'show booking.insights-session.json',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const format = oneOf('format', values.format, ['text', 'json']);
    const [what, ...others] = positionals;
    if (what === undefined || others.length > 0) throw new WrongUse('Name one session, by its ID or its file.');
    const path = resolve(context.folder, what);
    const isFile = existsSync(path);
    const [found] = isFile ? [await sessionIn(what, path)] : await sessionNamed(what, values, context);
    if (!found) {
      context.notes.say(`There is no session "${what}", nor a file of that name.`);
      return exitCodes.broken;
    }
    const session = createMask(values.unmasked).session(found);
    const names = nodeNamesNear(isFile ? dirname(path) : context.folder);
    await context.output.write(
      format === 'json'
        ? `${writeReadably(session)}\n`
        : sessionText(session, {
            nameOf: (nodeId) => names.get(nodeId)?.name,
            paint: (colour, text) => context.output.paint(colour, text),
          }),
    );
    return exitCodes.held;
  },
};

function sessionNamed(what: string, choice: ConnectionChoice, context: Context): Promise<readonly SessionDocument[]> {
  const target = findTargetOf(what);
  const wanted = target?.kind === 'id' ? target : { id: what };
  return withConnection(context, { choice, folder: context.folder }, (connection) =>
    sessionOfId(wanted, connection, context.signal),
  );
}

async function sessionIn(name: string, path: string): Promise<SessionDocument> {
  const { openSessions } = await import('../../emulator/sources/openSessions.ts');
  const { sourceOf } = await import('../../emulator/sources/sessionSource.ts');
  let size: number;
  try {
    const sessions = sourceOf(await openSessions(path));
    if (sessions.size === 1) return sessions.at(0);
    size = sessions.size;
  } catch (error) {
    throw new WrongUse(errorSentence(error));
  }
  throw new WrongUse(
    size === 0
      ? `${name} holds no session.`
      : `${name} holds ${size} sessions. Name one by its ID, with --file ${name}.`,
  );
}
