import * as vscode from 'vscode';
import { wellFormed } from '../domain/text/wellFormed.ts';
import { parseServiceTime } from '../domain/time/serviceTime.ts';

/** The scheme of sessions that are read from a connection. */
export const sessionScheme = 'insights';

const ending = '.insights-session.json';

/** What an `insights:` URI names. */
export interface SessionPlace {
  readonly connection: string;
  /** Midnight UTC of the day on which the session started. */
  readonly day: Date;
  readonly id: string;
}

/** `insights:/CONNECTION/YYYY-MM-DD/ID.insights-session.json`. Ids and names may hold any characters. */
export function sessionUri(connection: string, start: Date, id: string): vscode.Uri {
  const day = start.toISOString().slice(0, 10);
  return vscode.Uri.from({ scheme: sessionScheme, path: `/${toSegment(connection)}/${day}/${toSegment(id)}${ending}` });
}

/** What `uri` names; undefined when it is no session of a connection. */
export function readSessionUri(uri: vscode.Uri): SessionPlace | undefined {
  if (uri.scheme !== sessionScheme) return undefined;
  const [root, connection, dayText, file, ...rest] = uri.path.split('/');
  if (root !== '' || !connection || !dayText || !file?.endsWith(ending) || rest.length > 0) return undefined;
  const day = parseServiceTime(dayText);
  const id = fromSegment(file.slice(0, -ending.length));
  const name = fromSegment(connection);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(dayText) || !day || !id || !name) return undefined;
  return { connection: name, day, id };
}

/** Only what would end or bend a path is escaped, so that a tab shows an id as it is. */
function toSegment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a path.
  const escaped = wellFormed(text).replaceAll(/[%/\\?#:*"<>|\u0000-\u001f\u007f]/gu, escapeCharacter);
  return /^\.+$/u.test(escaped) ? escaped.replaceAll('.', '%2E') : escaped;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function fromSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
