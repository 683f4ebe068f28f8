import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseTree } from 'jsonc-parser';
import { collectProjections, collectSortKeys } from '../../../../src/domain/query/queryFieldLists.ts';

type Collect = typeof collectSortKeys;

/** Each field as its path, its direction, and what stands where it and its whole entry are said to stand. */
function told(collect: Collect, text: string): readonly (readonly (string | undefined)[])[] {
  return collect(text, parseTree(text)).map(({ path, offset, length, direction, entry, node }) => [
    ...[path, direction, text.slice(offset, offset + length)],
    ...[text.slice(entry.offset, entry.offset + entry.length), node && 'element'],
  ]);
}

it('knows the keys of a sort, and where each stands', () => {
  assert.deepEqual(told(collectSortKeys, '"a:asc, b.c : desc ,d,e:f:up"'), [
    ['a', 'asc', 'a', 'a:asc', undefined],
    ['b.c', 'desc', 'b.c', ' b.c : desc ', undefined],
    ['d', undefined, 'd', 'd', undefined],
    ['e:f', 'up', 'e:f', 'e:f:up', undefined],
  ]);
  assert.deepEqual(told(collectSortKeys, '["a:asc", 7, " b"]'), [
    ['a', 'asc', 'a', '"a:asc"', 'element'],
    ['b', undefined, 'b', '" b"', 'element'],
  ]);
  assert.deepEqual(told(collectSortKeys, '["\\u0061b:asc", "\\"c:x"]'), [
    ['ab', 'asc', '\\u0061b', '"\\u0061b:asc"', 'element'],
    ['"c', 'x', '\\"c', '"\\"c:x"', 'element'],
  ]);
  // An input may be the field, its direction, or both.
  assert.deepEqual(
    told(collectSortKeys, '["a:${input:d}", "${input:f}", "${input:f}:asc", "${input:f}:${input:d}", "$a:asc"]').map(
      ([path, direction]) => [path, direction],
    ),
    [
      ['a', '${input:d}'],
      ['${input:f}', undefined],
      ['${input:f}', 'asc'],
      ['${input:f}', '${input:d}'],
      ['$a', 'asc'],
    ],
  );
  for (const text of ['{"a":["b"]}', '7', '[]', '""']) assert.deepEqual(told(collectSortKeys, text), [], text);
  assert.deepEqual(collectSortKeys('', undefined), []);
});

it('knows the fields that are projected, in a list or in a text of one', () => {
  assert.deepEqual(told(collectProjections, '"[\\"a\\", \'b.c\' d]"'), [
    ...[['a', undefined, 'a', 'a', undefined]],
    ...[['b.c', undefined, 'b.c', 'b.c', undefined]],
    ...[['d', undefined, 'd', 'd', undefined]],
  ]);
  assert.deepEqual(told(collectProjections, '["a", null, "b c"]'), [
    ['a', undefined, 'a', '"a"', 'element'],
    ['b c', undefined, 'b c', '"b c"', 'element'],
  ]);
});
