import assert from 'node:assert/strict';
import { it } from 'node:test';
import { placeIn } from '../../../../src/domain/query/placeIn.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';

it('says where a value stands, and the beginning where there is none', () => {
  const query = parseQuery('{ "expect": [{ "total": 3 }] }');
  assert.deepEqual(placeIn(query, ['expect', 0, 'total']), { offset: 24, length: 1 });
  assert.deepEqual(
    [placeIn(query, ['expect', 1]), placeIn(parseQuery(''), ['name'])],
    [
      { offset: 0, length: 0 },
      { offset: 0, length: 0 },
    ],
  );
});
