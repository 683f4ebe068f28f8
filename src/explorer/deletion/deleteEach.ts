import { stopsAll } from './stopsAll.ts';

/** What came of a deletion that was sent. */
export interface Outcome<Session> {
  readonly session: Session;
  readonly error?: unknown;
}

export interface Deleting<Session> {
  /** Sends one deletion; it cannot be called back. */
  readonly send: (session: Session) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told before each is sent, and how many were sent before. */
  readonly onSend?: (sent: number) => void;
}

/** So often in a row does a service fail before it is left alone. */
const mostFailures = 3;

/**
 * Deletes one after the other. What stands in the way of one stands in the way of the others of its connection: those are not sent, and other
 * connections go on. Nothing is sent twice, and nothing after a cancellation.
 */
export async function deleteEach<Session extends { readonly connection: string }>(
  sessions: readonly Session[],
  { send, signal, onSend }: Deleting<Session>,
): Promise<readonly Outcome<Session>[]> {
  const outcomes: Outcome<Session>[] = [];
  const blocked = new Set<string>();
  const failures = new Map<string, number>();
  for (const session of sessions) {
    const { connection } = session;
    if (signal.aborted) break;
    if (blocked.has(connection)) continue;
    onSend?.(outcomes.length);
    const outcome = await attempt(session, send);
    outcomes.push(outcome);
    const isFailing = 'error' in outcome && isServiceFailing(outcome.error);
    failures.set(connection, isFailing ? (failures.get(connection) ?? 0) + 1 : 0);
    if (stopsAll(outcome.error) || (failures.get(connection) ?? 0) >= mostFailures) blocked.add(connection);
  }
  return outcomes;
}

async function attempt<Session>(
  session: Session,
  send: (session: Session) => Promise<void>,
): Promise<Outcome<Session>> {
  try {
    await send(session);
    return { session };
  } catch (error) {
    return { session, error };
  }
}

/** A refusal, an error of the service's own, or an answer that is none of it: one may be of a session, several are of the service. */
const ofService: ReadonlySet<unknown> = new Set([
  'refused',
  'serverError',
  'notJson',
  'malformedAnswer',
  'unreadableAnswer',
]);

function isServiceFailing(error: unknown): boolean {
  return ofService.has((error as { readonly code?: unknown } | undefined)?.code);
}
