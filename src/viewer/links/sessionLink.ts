/** A session as a link names it: by the connection's name here and there, never by an address or a key. */
export interface LinkedSession {
  readonly connection: string;
  /** As `2026-01-31`. */
  readonly day: string;
  readonly id: string;
}

const path = '/session';
const names = ['connection', 'day', 'id'] as const;
const longest = 200;

/** Where a link to a session leads, behind the application and the extension. */
export function sessionLinkTarget(session: LinkedSession): { readonly path: string; readonly query: string } {
  const { connection, day, id } = session;
  return { path, query: new URLSearchParams({ connection, day, id }).toString() };
}

/** Reads a link that anybody may have written; undefined for what is no session, and for one that says more than it may. */
export function readSessionLink(link: { readonly path: string; readonly query: string }): LinkedSession | undefined {
  const parameters = [...new URLSearchParams(link.query)];
  const values = new Map(parameters);
  if (link.path !== path || parameters.length !== names.length || values.size !== names.length) return undefined;
  const [connection, day, id] = names.map((name) => values.get(name) ?? '');
  if (!connection || !day || !id || [connection, id].some((text) => text.length > longest)) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(Date.parse(day)) ? { connection, day, id } : undefined;
}
