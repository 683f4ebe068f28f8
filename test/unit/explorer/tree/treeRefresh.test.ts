import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { QueryForest } from '../../../../src/explorer/tree/queryForest.ts';
import type { FolderRow, QueryRow, Row } from '../../../../src/explorer/tree/rows.ts';
import { TreeRefresh } from '../../../../src/explorer/tree/treeRefresh.ts';

const queryRow = (id: string, place = 'workspace'): QueryRow =>
  ({ kind: 'query', id, queryUri: {}, file: { place } }) as unknown as QueryRow;

/** A folder with two queries, a query at the root, and one from elsewhere. */
function drawnTree() {
  const [first, second] = [queryRow('first'), queryRow('second')];
  const folder: FolderRow = { kind: 'folder', id: 'folder', name: 'folder', children: [first, second] };
  const [root, elsewhere] = [queryRow('root'), queryRow('elsewhere', 'elsewhere')];
  const all = [first, second, root, elsewhere];
  const forest: QueryForest = {
    roots: [folder, root, elsewhere],
    parents: new Map([first, second].map((row) => [row.id, folder])),
    queries: new Map(all.map((row) => [row.id, row])),
  };
  const ran = new Set<string>();
  const drawn: (Row | undefined)[] = [];
  let regrown = 0;
  const refresh = new TreeRefresh({
    forest: () => forest,
    hasRun: (uri) => ran.has(uri),
    regrow: () => {
      regrown += 1;
    },
    draw: (row) => drawn.push(row),
  });
  const change = (...uris: string[]): readonly (Row | undefined)[] => {
    drawn.length = 0;
    for (const uri of uris) refresh.soon(uri);
    refresh.now();
    return [...drawn];
  };
  return { refresh, ran, change, drawn, rows: { folder, first, second }, regrown: () => regrown };
}

describe('what of the tree is drawn anew', () => {
  it('is the folder of a query that runs for the first time, for it can be expanded now; then its row', () => {
    const { ran, change, rows } = drawnTree();
    ran.add('first');
    assert.deepEqual(change('first'), [rows.folder]);
    assert.deepEqual(change('first'), [rows.first]);
    ran.clear();
    assert.deepEqual(change('first'), [rows.folder]);
  });

  it('is each row once, whatever happened to it meanwhile', () => {
    const { ran, change, rows } = drawnTree();
    for (const uri of ['first', 'second']) ran.add(uri);
    assert.deepEqual(change('first', 'second', 'first'), [rows.folder]);
    assert.deepEqual(change('first', 'second', 'first'), [rows.first, rows.second]);
    assert.deepEqual(change(), []);
  });

  it('is all of it where a query at the root runs for the first time, and nothing else beside', () => {
    const { ran, change } = drawnTree();
    for (const uri of ['root', 'first']) ran.add(uri);
    assert.deepEqual(change('first', 'root'), [undefined]);
  });

  it('is all of it where a query from elsewhere ran, or has no run any more: it is looked for once until rows are there', () => {
    const { refresh, ran, change, regrown } = drawnTree();
    ran.add('unknown');
    assert.deepEqual(change('unknown'), [undefined]);
    assert.deepEqual(change('unknown'), []);
    assert.equal(regrown(), 1);
    refresh.grown();
    assert.deepEqual(change('unknown'), [undefined]);
    assert.equal(regrown(), 2);
    change('elsewhere');
    assert.equal(regrown(), 3);
  });

  it('is drawn soon, and less often while several queries run', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { refresh, drawn, rows } = drawnTree();
      refresh.soon('first');
      refresh.soon('second');
      assert.deepEqual(drawn, []);
      mock.timers.tick(16);
      assert.deepEqual(drawn, [rows.first, rows.second]);
      refresh.soon('first');
      mock.timers.tick(249);
      assert.equal(drawn.length, 2);
      mock.timers.tick(1);
      assert.equal(drawn.length, 3);
      refresh.soon('first');
      refresh.stop();
      mock.timers.tick(1000);
      assert.equal(drawn.length, 3);
    } finally {
      mock.timers.reset();
    }
  });
});
