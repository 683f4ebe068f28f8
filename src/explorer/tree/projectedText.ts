import type { SessionDocument } from '../../domain/session/session.ts';

/** Shown elsewhere in a row, or far too long for one. */
const shownElsewhere = new Set([
  'id',
  'session_start_time',
  'source',
  'channel',
  'status',
  'flow_path',
  'transcription',
  'api_key',
]);
const longestText = 120;
const mostTexts = 12;

/** The scalar values of a session that a row does not show yet, as paths and text: what the query projected. */
export function projectedText(session: SessionDocument): [path: string, text: string][] {
  const found: [string, string][] = [];
  const visit = (value: unknown, path: string): void => {
    if (found.length >= mostTexts || shownElsewhere.has(path)) return;
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) {
        const scalars = value.filter((one) => typeof one !== 'object');
        if (scalars.length > 0) found.push([path, cut(scalars.join(', '))]);
        return;
      }
      for (const [name, below] of Object.entries(value)) visit(below, path ? `${path}.${name}` : name);
    } else if (value !== null && value !== undefined && value !== '') {
      found.push([path, cut(String(value))]);
    }
  };
  visit(session, '');
  return found;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
