import { runScript } from '../host/pageScript.ts';
import type { PanZoom } from './panZoom.ts';
import type { LayOutPath } from './pathLayout.ts';

/** What lays the graph of a page out, and what moves it. */
export interface GraphTools {
  readonly layOutPath: LayOutPath;
  readonly panZoom: PanZoom;
}

/** The tools of the page's graph, once their script has run. */
export async function loadGraphTools(): Promise<GraphTools> {
  await runScript('graph.js');
  const found: unknown = Reflect.get(globalThis, 'graphTools');
  if (typeof found !== 'object' || !found) throw new Error('graph.js holds no tools.');
  return found as GraphTools;
}
