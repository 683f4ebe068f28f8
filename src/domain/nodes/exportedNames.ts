import { asText, isRecord } from '../json/looseValues.ts';
import { parseLeniently } from '../session/steps.ts';

/** A node that an exported agent names. */
export interface ExportedName {
  readonly id: string;
  readonly name: string;
  /** Whether a session that was loaded has a node of this id. */
  readonly seen: boolean;
}

/** How exports may call these: what is in them is documented nowhere. The best first. */
const idKeys = ['node_id', 'nodeId', 'id', '_id', 'uuid', 'key'];
const nameKeys = ['name', 'node_name', 'nodeName', 'title', 'label', 'displayName', 'display_name'];

/** Ids of nodes are 24 hexadecimal digits in the sessions of the documentation. */
const likeNodeId = /^[0-9a-f]{24}$/u;
const longestName = 120;
const mostValues = 500_000;

/** The names of nodes in the JSON of an exported agent: of any object that has an id like a node's, or one that was seen, and a name. */
export function exportedNames(documents: readonly unknown[], seen: ReadonlySet<string>): readonly ExportedName[] {
  const names = new Map<string, ExportedName>();
  const waiting: unknown[] = [...documents];
  for (let read = 0; waiting.length > 0 && read < mostValues; read += 1) {
    const value = parseLeniently(waiting.pop());
    if (Array.isArray(value)) waiting.push(...value.toReversed());
    if (!isRecord(value)) continue;
    const id = firstText(value, idKeys, (text) => seen.has(text) || likeNodeId.test(text));
    // A node's own values may stand beside its id.
    const name = id === undefined ? undefined : (nameIn(value) ?? nameIn(value.data) ?? nameIn(value.properties));
    if (id !== undefined && name !== undefined && !names.has(id)) names.set(id, { id, name, seen: seen.has(id) });
    waiting.push(...Object.values(value).toReversed());
  }
  return [...names.values()].sort((a, b) => Number(b.seen) - Number(a.seen) || (a.name < b.name ? -1 : 1));
}

function nameIn(value: unknown): string | undefined {
  return isRecord(value) ? firstText(value, nameKeys, (text) => !likeNodeId.test(text)) : undefined;
}

function firstText(
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  fits: (text: string) => boolean,
): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    const text = isRecord(value) || Array.isArray(value) ? undefined : asText(value)?.replaceAll(/\s+/gu, ' ').trim();
    if (text !== undefined && text !== '' && text.length <= longestName && fits(text)) return text;
  }
  return undefined;
}
