import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TreeNode } from '../../../../src/explorer/tree/queryFolders.ts';
import { mirrorFolders } from '../../../../src/explorer/tree/queryFolders.ts';

/** Draws the tree: a folder as `name/ { … }`, an item by its name. */
function drawn(nodes: readonly TreeNode<string>[]): string {
  return nodes
    .map((node) => (node.kind === 'item' ? node.name : `${node.name}/ { ${drawn(node.children)} }`))
    .join(' ');
}

const cases: [title: string, paths: string[], expected: string][] = [
  ['nothing', [], ''],
  ['items by name as people sort', ['b', 'a', 'C', 'call 10', 'call 9'], 'a b C call 9 call 10'],
  ['folders first', ['z', 'calls/a'], 'calls/ { a } z'],
  ['a folder with only a folder is joined', ['a/b/c/query'], 'a/b/c/ { query }'],
  ['a folder with something beside the folder is not', ['a/b/query', 'a/other'], 'a/ { b/ { query } other }'],
  ['the same name in two places', ['a/query', 'b/query'], 'a/ { query } b/ { query }'],
];

describe('mirrorFolders', () => {
  for (const [title, paths, expected] of cases) {
    it(title, () => {
      const placed = paths.map((path) => {
        const folders = path.split('/');
        const name = folders.pop() ?? '';
        return { folders, name, item: path };
      });
      assert.equal(drawn(mirrorFolders(placed)), expected);
    });
  }

  it('keeps the whole path of a joined folder', () => {
    const [folder] = mirrorFolders([{ folders: ['a', 'b'], name: 'query', item: '' }]);
    assert.deepEqual(folder?.kind === 'folder' && folder.path, ['a', 'b']);
  });
});
