import * as vscode from 'vscode';
import { documentName } from '../../domain/text/documentName.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import type { PayloadPart } from '../../protocol/comparisonMessages.ts';
import { comparisonScheme } from '../page/documentTypes.ts';

/** What an `insights-compare:` URI names. */
export type ComparisonPlace =
  | { readonly type: 'comparison'; readonly left: vscode.Uri; readonly right: vscode.Uri }
  /** A session's document in the form that VS Code's diff editor compares. */
  | ({ readonly type: 'session' } & SidePlace)
  | ({ readonly type: 'payload'; readonly step: number; readonly part: PayloadPart } & SidePlace);

/** Which session a side is of, and how it is read. */
export interface SidePlace {
  readonly session: vscode.Uri;
  /** The sessions in which one value of personal data has one alias, in the order in which aliases are given; none while nothing is masked. */
  readonly masked: readonly vscode.Uri[];
}

const sessionEnding = '.insights-session.json';
const ending = '.insights-comparison.json';

/** `insights-compare:/LEFT ↔ RIGHT.insights-comparison.json?left=URI&right=URI`. */
export function comparisonUri(left: vscode.Uri, right: vscode.Uri): vscode.Uri {
  return made(`${shortName(left)} ↔ ${shortName(right)}${ending}`, [
    ['left', left.toString()],
    ['right', right.toString()],
  ]);
}

/** `insights-compare:/ID.json?session=URI&masked=URI&masked=URI`. */
export function normalisedUri(side: SidePlace): vscode.Uri {
  return made(`${shortName(side.session)}.json`, addressOf(side));
}

/** `insights-compare:/TITLE?session=URI&step=INDEX&part=response`, `masked` as above. The title's ending tells VS Code the language. */
export function payloadUri(
  side: SidePlace,
  { step, part, title }: { step: number; part: PayloadPart; title: string },
): vscode.Uri {
  return made(title, [...addressOf(side), ['step', String(step)], ['part', part]]);
}

function addressOf({ session, masked }: SidePlace): [name: string, value: string][] {
  return [['session', session.toString()], ...masked.map((uri): [string, string] => ['masked', uri.toString()])];
}

/** What `uri` names; undefined when it names nothing that is made from sessions. */
export function readComparisonUri(uri: vscode.Uri): ComparisonPlace | undefined {
  if (uri.scheme !== comparisonScheme) return undefined;
  const query = new URLSearchParams(uri.query);
  const [left, right, session] = ['left', 'right', 'session'].map((name) => readUri(query.get(name)));
  if (left && right) return uri.path.endsWith(ending) ? { type: 'comparison', left, right } : undefined;
  if (!session) return undefined;
  const masked = query.getAll('masked').flatMap((text) => readUri(text) ?? []);
  const part = query.get('part');
  if (part === null) return { type: 'session', session, masked };
  const step = Number(query.get('step'));
  if ((part !== 'request' && part !== 'response') || !Number.isInteger(step) || step < 0) return undefined;
  return { type: 'payload', session, masked, step, part };
}

/** Whether a URI names a session: one of a connection, or a file of one. An address that came from elsewhere may name anything. */
export function isSessionUri(uri: vscode.Uri): boolean {
  return readSessionUri(uri) !== undefined || (uri.scheme !== comparisonScheme && uri.path.endsWith(sessionEnding));
}

/** What a tab calls a session: its id, as far as one tells it from others. */
export function shortName(session: vscode.Uri): string {
  const name = session.path.slice(session.path.lastIndexOf('/') + 1).replace(sessionEnding, '');
  return /^[\da-f-]{24,}$/iu.test(name) ? name.slice(0, 8) : name.slice(0, 24);
}

function made(name: string, query: [name: string, value: string][]): vscode.Uri {
  return vscode.Uri.from({
    scheme: comparisonScheme,
    path: `/${documentName(name)}`,
    query: new URLSearchParams(query).toString(),
  });
}

function readUri(text: string | null): vscode.Uri | undefined {
  if (!text) return undefined;
  try {
    const uri = vscode.Uri.parse(text, true);
    return isSessionUri(uri) ? uri : undefined;
  } catch {
    return undefined;
  }
}
