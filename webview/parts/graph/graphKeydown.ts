import type { PanZoom } from './panZoom.ts';
import { zoomStep } from './panZoom.ts';

/** The path goes down; the other arrows do as well. */
const sideways: Readonly<Record<string, string>> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' };

/** How far an arrow key with Shift moves the graph. */
const panStep = 60;

/** What is seen moves with the arrow, as in a list that scrolls: the graph moves against it. */
const pans: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowDown: [0, -panStep],
  ArrowUp: [0, panStep],
  ArrowRight: [-panStep, 0],
  ArrowLeft: [panStep, 0],
};

/**
 * The keys of a graph: arrows walk its nodes, with Shift they move what is seen, `+`, `-` and `0` zoom. `walk` gets `ArrowDown` and
 * `ArrowUp` also for right and left, and says whether the key did something. Keys with Alt, Ctrl or Cmd are not the graph's.
 */
export function graphKeydown(event: KeyboardEvent, panZoom: PanZoom, walk: (key: string) => boolean): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const done = event.shiftKey ? pan(panZoom, event.key) : walk(sideways[event.key] ?? event.key);
  if (done || zoom(panZoom, event.key)) event.preventDefault();
}

function pan(panZoom: PanZoom, key: string): boolean {
  const by = Object.hasOwn(pans, key) ? pans[key] : undefined;
  if (by) panZoom.pan(...by);
  return by !== undefined;
}

function zoom(panZoom: PanZoom, key: string): boolean {
  if (key === '+' || key === '=') panZoom.zoom(zoomStep);
  else if (key === '-') panZoom.zoom(1 / zoomStep);
  else if (key === '0') panZoom.fit();
  else return false;
  return true;
}
