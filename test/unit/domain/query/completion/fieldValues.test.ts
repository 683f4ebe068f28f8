import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SeenValues } from '../../../../../src/domain/query/completion/completionEntry.ts';
import { fieldValues, inputEntries } from '../../../../../src/domain/query/completion/fieldValues.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

type Seen = ReturnType<SeenValues['valuesOf']>;
const seeing = (...values: Seen) => ({ valuesOf: () => values }) as unknown as SeenValues;

it('offers the values that a field may have, and those that were seen', () => {
  const offered = (path: string, ...values: Seen) =>
    fieldValues(path, seeing(...values)).map(({ label, insertText }) => [label, insertText]);
  assert.deepEqual(offered('channel_data.duration', { value: '500' }, { value: '-1.5' }, { value: '1x' }), [
    ['500', '500'],
    ['-1.5', '-1.5'],
    ['1x', '"1x"'],
  ]);
  assert.deepEqual(offered('source', { value: '447' }), [['447', '"447"']]);
  assert.ok(offered('status').some(([label, text]) => label === 'ended' && text === '"ended"'));
  assert.ok(
    fieldValues('status', seeing()).every(({ kind, detail }) => kind === 'value' && typeof detail === 'string'),
  );
});

it('offers a value by what it is called, found by all that is said of it', () => {
  const [plain, called, told] = fieldValues(
    'source',
    seeing({ value: 'a' }, { value: 'b', label: 'Bob' }, { value: 'c', detail: 'seen' }),
  );
  assert.deepEqual(plain, { label: 'a', insertText: '"a"', kind: 'value' });
  assert.deepEqual(called, { label: 'Bob', insertText: '"b"', kind: 'value', detail: 'b', filterText: 'Bob b' });
  assert.deepEqual(told, { label: 'c', insertText: '"c"', kind: 'value', detail: 'seen', filterText: 'c seen' });
});

it('offers inputs, behind what is written', () => {
  const query = parseQuery('{ "inputs": [{ "id": "a" }, { "type": "promptString" }, { "id": "b" }] }');
  const offered = (written: string) => inputEntries(query, { written } as never).map(({ insertText }) => insertText);
  for (const written of ['', '$', '${', '${in', '${input:', '${input:x'])
    assert.deepEqual(offered(written), ['"${input:a}"', '"${input:b}"'], written);
  assert.deepEqual(offered('now-${input:'), ['"now-${input:a}"', '"now-${input:b}"']);
  assert.deepEqual(offered('x'), ['"x${input:a}"', '"x${input:b}"']);
});
