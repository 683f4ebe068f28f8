import { runScript } from '../../parts/pageScript.ts';
import type { LayOutPath } from './pathLayout.ts';

/** What lays graphs out, once its script has run. */
export async function loadLayout(): Promise<LayOutPath> {
  await runScript('graph.js');
  const found: unknown = Reflect.get(globalThis, 'layOutPath');
  if (typeof found !== 'function') throw new Error('graph.js holds no layout.');
  return found as LayOutPath;
}
