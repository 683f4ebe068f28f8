import { layOutPath } from './layOutPath.ts';
import { PanZoom } from './panZoom.ts';

/** A script of its own, which the page runs when a graph is first shown: it is as large as a sixth of all the rest. */
Object.assign(globalThis, { graphTools: { layOutPath, panZoom: new PanZoom() } });
