import { asText, isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';
import type { SessionDocument } from '../../domain/session/session.ts';

/** Said in the words of a row, or far too long for one. */
const shownElsewhere = new Set([
  'id',
  'session_start_time',
  'source',
  'channel',
  'channel_data.duration',
  'channel_data.status_code',
  'agent_information.name',
  'status',
  'flow_path',
  'transcription',
  'api_key',
]);
const longestText = 120;
const mostTexts = 12;
const deepest = 10;

/** The scalar values of a session that a row does not show yet, as paths and text: what the query projected. */
export function projectedText(session: SessionDocument): [path: string, text: string][] {
  const found: [string, string][] = [];
  const visit = (value: unknown, path: string, depth: number): void => {
    if (found.length >= mostTexts || shownElsewhere.has(path)) return;
    if (isRecord(value)) {
      if (depth === deepest) return;
      for (const [name, below] of entriesOf(value)) visit(below, path ? `${path}.${name}` : name, depth + 1);
      return;
    }
    const scalars = (Array.isArray(value) ? value : [value]).filter((one) => !isRecord(one) && !Array.isArray(one));
    const text = scalars.map((scalar) => asText(scalar) ?? '').join(', ');
    if (text !== '') found.push([path, cut(text)]);
  };
  visit(session, '', 0);
  return found;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
