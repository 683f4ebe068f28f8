import * as vscode from 'vscode';
import type { SentSearch } from '../../api/client/rangeService.ts';
import type { Run } from '../../api/runs/run.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { inertText } from '../../domain/text/inertText.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import { unfoundWords } from '../../host/connections/unfoundWords.ts';
import { totalText } from '../../host/runs/countWords.ts';
import type { RunSources } from './runQuery.ts';
import type { SentTo } from './sentText.ts';
import { askedText, curlOf } from './sentText.ts';

export interface SentSources extends RunSources {
  readonly zone: () => string;
  /** Where a connection's requests go. Throws when it is not there any more. */
  readonly sentTo: (connection: string) => Promise<SentTo>;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  /** What an archive would be sent for the page of a query. */
  readonly firstSearch: (request: SearchRequest, index: string) => Promise<SentSearch>;
}

/** What a run was, and the requests that it sent, as far as they are kept. */
export async function sentDocument(
  run: Run,
  sources: Pick<SentSources, 'zone' | 'sentTo' | 'unfoundIn'>,
): Promise<string> {
  const { queryName, connection, range, startedAt } = run.identity;
  const zone = sources.zone();
  // A connection that is gone since leaves its place empty.
  const to = await sources.sentTo(connection).catch((): SentTo => ({ origin: '' }));
  const unfound = unfoundWords(sources.unfoundIn(connection));
  const lines = [
    `# ${inertText(vscode.l10n.t('What "{0}" sent', queryName))}`,
    '',
    `- ${inertText(vscode.l10n.t('Connection: {0}', connection))} ${to.origin}`,
    `- ${vscode.l10n.t('Range: {0} to {1}', timeWithZone(range.from, 'utc'), timeWithZone(range.to, 'utc'))}`,
    `- ${vscode.l10n.t('Run at: {0}, {1}', timeWithZone(startedAt, zone), durationText(run.durationMs))}`,
    ...foundLines(run),
    ...(unfound === undefined ? [] : [`- ${unfound}`]),
    `- ${vscode.l10n.t('Requests: {0}', run.requests)}`,
  ];
  const left = run.requests - run.sent.length;
  if (left > 0) {
    lines.push('', vscode.l10n.t('Only the first and the newest {0} are listed.', run.sent.length - 1));
  }
  for (const [index, sent] of run.sent.entries()) {
    const number = index === 0 ? 1 : left + index + 1;
    lines.push('', `## ${vscode.l10n.t('Request {0}', number)}`, '', ...fenced('', askedText(sent)));
    lines.push('', ...fenced('sh', curlOf(to, sent)));
  }
  return `${lines.join('\n')}\n`;
}

/** Within a fence that is longer than any in the text: nothing of it is Markdown. */
function fenced(language: string, text: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text, fence];
}

/** Nothing is counted before the first answer. */
function foundLines({ sessions, total }: Run): readonly string[] {
  if (uncounted(total)) return [];
  return [`- ${vscode.l10n.t('Sessions: {0} of {1}', sessions.length, totalText(total))}`];
}

function uncounted({ count, atLeast }: Run['total']): boolean {
  return count === 0 && atLeast;
}
