import { layOutPath } from './layOutPath.ts';

/** A script of its own, which the page runs when a graph is first shown: it is as large as a sixth of all the rest. */
Object.assign(globalThis, { layOutPath });
