import { getLocation } from 'jsonc-parser';
import { propertiesOf } from '../json/jsonProperties.ts';
import { nestsTooDeep } from '../json/nestsTooDeep.ts';
import { placeAt } from '../json/textPlace.ts';
import { nodesIn, parseNodeFile } from './nodeNames.ts';

/** A node that could be named. */
export interface NodeToName {
  readonly id: string;
  /** What is known of it, such as its type. */
  readonly detail?: string;
}

export interface NodeIdCompletion extends NodeToName {
  /** With a placeholder for the name where there is none yet. */
  readonly snippet: string;
  readonly filterText: string;
}

/** The node ids that fit at an offset of a node file's text, and the piece that they take the place of. Ids that the file has are not offered. */
export function nodeIdsAt(
  text: string,
  offset: number,
  nodes: readonly NodeToName[],
): { readonly offset: number; readonly length: number; readonly items: readonly NodeIdCompletion[] } {
  if (nestsTooDeep(text)) return { offset, length: 0, items: [] };
  const location = getLocation(text, offset);
  const place = placeAt(text, offset, location);
  const atId = location.isAtPropertyKey && location.path.length === 2 && location.path[0] === 'nodes';
  if (!place || !atId) return { offset, length: 0, items: [] };
  const others = propertiesOf(nodesIn(parseNodeFile(text))).filter(({ key }) => key.offset !== place.offset);
  const taken = new Set(others.map(({ name }) => name));
  const behind = text.slice(place.offset + place.length);
  const comma = /^\s*"/u.test(behind) ? ',' : '';
  const items = nodes
    .filter(({ id }) => !taken.has(id))
    .map((node): NodeIdCompletion => {
      const key = JSON.stringify(node.id).replaceAll(/[\\$}]/gu, String.raw`\$&`);
      // The editor filters by what the replaced text begins with: the quote.
      const words = [node.id, node.detail].filter(Boolean).join(' ');
      return {
        ...node,
        snippet: place.hasColon ? key : `${key}: "$1"${comma}`,
        filterText: place.quoted ? `"${words}` : words,
      };
    });
  return { offset: place.offset, length: place.length, items };
}
