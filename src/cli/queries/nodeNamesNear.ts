import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileName } from '../../domain/nodes/nodeFileName.ts';
import { readNodeNames } from '../../domain/nodes/nodeNames.ts';
import { nearestWith } from '../connection/settingsFiles.ts';

/** What the nearest `insights.nodes.json`, of this folder or one above it, calls nodes. */
export function nodeNamesNear(folder: string): ReturnType<typeof readNodeNames> {
  const found = nearestWith(folder, nodeFileName);
  return readNodeNames(found === undefined ? '' : readFileSync(join(found, nodeFileName), 'utf8'));
}
