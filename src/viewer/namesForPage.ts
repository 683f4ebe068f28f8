import type { NodeFiles } from '../host/nodeFiles.ts';
import type { NodeNames } from '../protocol/messages.ts';

/** What nodes are called, as pages need it: without the files that say so. */
export function namesForPage({ names }: NodeFiles): NodeNames {
  return Object.fromEntries([...names].map(([id, { file: _, ...name }]) => [id, name]));
}
