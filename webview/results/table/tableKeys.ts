/** What a key does in the table beside moving through it. */
export type TableAction =
  | 'open'
  | 'preview'
  | 'toggleSelected'
  | 'selectAll'
  | 'sort'
  | 'sortByService'
  | 'group'
  | 'wider'
  | 'narrower'
  | 'moveLeft'
  | 'moveRight'
  | 'addColumn'
  | 'removeColumn'
  | 'askColumns'
  | 'unfilter'
  | 'find'
  | 'nextMatch'
  | 'previousMatch'
  | 'toggleFacets'
  | 'focusFacets'
  | 'copy'
  | 'copyAs'
  | 'export'
  | 'compare'
  | 'delete'
  | 'undoQuery'
  | 'loadMore';

/** What is done wherever the keys are in the table's view. */
export const everywhere: ReadonlySet<TableAction> = new Set([
  'find',
  'nextMatch',
  'previousMatch',
  'unfilter',
  'toggleFacets',
  'focusFacets',
  'addColumn',
  'askColumns',
  'export',
  'undoQuery',
  'loadMore',
]);

/** Where a key leads: so many lines or columns on, or to an end. */
export interface Move {
  readonly line?: number | 'first' | 'last' | 'page' | '-page';
  readonly column?: number | 'first' | 'last';
}

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: { line: 1 },
  ArrowUp: { line: -1 },
  ArrowRight: { column: 1 },
  ArrowLeft: { column: -1 },
  PageDown: { line: 'page' },
  PageUp: { line: '-page' },
  Home: { column: 'first' },
  End: { column: 'last' },
  'Control+Home': { line: 'first' },
  'Control+End': { line: 'last' },
};

const singleMoves: Readonly<Record<string, Move>> = { j: { line: 1 }, k: { line: -1 } };

const actions: Readonly<Record<string, TableAction>> = {
  Enter: 'open',
  ' ': 'preview',
  Delete: 'delete',
  'Control+ ': 'toggleSelected',
  'Control+a': 'selectAll',
  'Control+c': 'copy',
  'Control+f': 'find',
  'Control+z': 'undoQuery',
  'Alt+ArrowLeft': 'moveLeft',
  'Alt+ArrowRight': 'moveRight',
};

const singleActions: Readonly<Record<string, TableAction>> = {
  t: 'toggleSelected',
  s: 'sort',
  S: 'sortByService',
  g: 'group',
  '>': 'wider',
  '<': 'narrower',
  '+': 'addColumn',
  '-': 'removeColumn',
  a: 'askColumns',
  u: 'unfilter',
  '/': 'find',
  n: 'nextMatch',
  N: 'previousMatch',
  f: 'focusFacets',
  F: 'toggleFacets',
  y: 'copyAs',
  e: 'export',
  d: 'compare',
  l: 'loadMore',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export function moveOf(event: Pressed, singleKeys: boolean): Move | undefined {
  return found(moves, nameOf(event)) ?? (singleKeys ? found(singleMoves, nameOf(event)) : undefined);
}

export function actionOf(event: Pressed, singleKeys: boolean): TableAction | undefined {
  return found(actions, nameOf(event)) ?? (singleKeys ? found(singleActions, nameOf(event)) : undefined);
}

/** A key with what is held beside it; Command counts as Control, and what Shift makes of a letter is the letter's own. */
function nameOf({ key, ctrlKey, metaKey, altKey }: Pressed): string {
  const held = [...(ctrlKey || metaKey ? ['Control'] : []), ...(altKey ? ['Alt'] : [])];
  return [...held, held.length > 0 && key.length === 1 ? key.toLowerCase() : key].join('+');
}

function found<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
