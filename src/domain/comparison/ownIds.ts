/** The ids of two sessions. Services repeat them within what they send and answer: `…registered action for session_id: 8ae4…`. */
export interface SessionIds {
  readonly left?: string | undefined;
  readonly right?: string | undefined;
}

/** A shorter id may be part of a word. */
const shortest = 8;

/** Whether two texts are the same but for the ids of the sessions that they come from. */
export function sameButForIds(left: unknown, right: unknown, ids: SessionIds): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const ours = withoutId(left, ids.left);
  return ours !== left && ours === withoutId(right, ids.right);
}

function withoutId(text: string, id: string | undefined): string {
  return id === undefined || id.length < shortest ? text : text.replaceAll(id, '\0');
}
