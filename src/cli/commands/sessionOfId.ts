import type { SessionDocument } from '../../domain/session/session.ts';
import type { OpenConnection } from '../connection/connections.ts';
import { isServiceFailure } from '../words/errorSentence.ts';

/** The session of an id, in a list; an empty list when there is none. */
export async function sessionOfId(
  { id, day }: { readonly id: string; readonly day?: Date },
  { client }: OpenConnection,
  signal: AbortSignal,
): Promise<readonly SessionDocument[]> {
  try {
    const { session } = day ? await client.getSession(id, day, signal) : await client.findSession(id, signal);
    return [session];
  } catch (error) {
    if (isServiceFailure(error) && error.code === 'notFound' && error.what === 'session') return [];
    throw error;
  }
}
