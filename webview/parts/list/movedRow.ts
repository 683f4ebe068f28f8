import type { RowWords } from './listRows.ts';

/** How far PageUp and PageDown go. */
const pageLength = 10;

/** What a key moves through. */
interface Options {
  /** The index of the selected row, or -1. */
  readonly selected: number;
  readonly count: number;
  readonly describe: (index: number) => RowWords;
}

/** The option that a key leads to, or -1 when there is none further; undefined for a key that does not move. */
export function movedRow(key: string, { selected, count, describe }: Options): number | undefined {
  const moves: Readonly<Record<string, readonly [from: number, direction: 1 | -1, options: number]>> = {
    ArrowDown: [selected, 1, 1],
    ArrowUp: [selected, -1, 1],
    PageDown: [selected, 1, pageLength],
    PageUp: [selected, -1, pageLength],
    Home: [-1, 1, 1],
    End: [count, -1, 1],
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!move) return undefined;
  const [from, direction, options] = move;
  let found = -1;
  let left = options;
  for (let index = from + direction; left > 0 && index >= 0 && index < count; index += direction) {
    if (describe(index).position === undefined) continue;
    found = index;
    left -= 1;
  }
  return found;
}
