import * as vscode from 'vscode';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { showFailure } from '../runs/runQuery.ts';
import type { FollowSources } from './following.ts';

const intervalMs = 5_000;
const lastsMs = 15 * 60_000;

/** Waits for the next session that arrives on a connection, of whichever agent and caller, and opens it: the call one is making. */
export async function openNextSession(connection: string, sources: FollowSources): Promise<void> {
  const service = await sources.connect(connection, vscode.Uri.from({ scheme: 'insights-next', path: '/' }));
  if (!service) return;
  const title = vscode.l10n.t('Waiting for the next session on {0}', service.name);
  const outcome = await withProgress(title, async (_, signal): Promise<Outcome> => {
    const request = toSearchRequest({ from_date: 'now-1h', sort_by: ['session_start_time:desc'] }, sources.now());
    try {
      // What is there already is not the next one.
      const hits = await sources.newestOf(service, request, signal);
      const follower = await sources.startFollowing(
        { service, request, name: service.name },
        { known: hits, from: request.range.from, intervalMs, lastsMs },
      );
      return await new Promise<Outcome>((resolve) => {
        const settle = (found: Outcome): void => {
          resolve(found);
          follower.end();
        };
        signal.addEventListener('abort', () => settle({}));
        follower.onDidArrive(({ arrived: [session] }) => session && settle({ session }));
        follower.onDidChange(() => follower.state === 'ended' && resolve({ error: follower.error }));
      });
    } catch (error) {
      return { error };
    }
  });
  const { session, error } = outcome;
  if (error !== undefined) return showFailure(error, sources.wordsOf);
  const { id, start } = summarise(session);
  if (id && start) await vscode.commands.executeCommand('vscode.open', sessionUri(service.name, start, id));
}

interface Outcome {
  readonly session?: SessionDocument;
  readonly error?: unknown;
}
