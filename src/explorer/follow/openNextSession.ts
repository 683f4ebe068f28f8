import * as vscode from 'vscode';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
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
        signal.addEventListener('abort', () => settle({ isCancelled: true }));
        follower.onDidArrive(({ arrived: [session] }) => session && settle({ session }));
        follower.onDidChange(() => follower.state === 'ended' && resolve({ error: follower.error }));
      });
    } catch (error) {
      return { error };
    }
  });
  const { session, error, isCancelled } = outcome;
  if (error !== undefined) return sources.tellFailure(error, service.name);
  if (isCancelled) return;
  if (!session) return void tellInformation(vscode.l10n.t('No session arrived on {0} for 15 minutes.', service.name));
  const { id, start } = summarise(session);
  if (id && start) await vscode.commands.executeCommand('vscode.open', sessionUri(service.name, start, id));
  else void tellWarning(vscode.l10n.t('A session arrived that can’t be opened: it has no id or no start.'));
}

interface Outcome {
  /** The person left it. */
  readonly isCancelled?: boolean;
  readonly session?: SessionDocument;
  readonly error?: unknown;
}
