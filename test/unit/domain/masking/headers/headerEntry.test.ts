import assert from 'node:assert/strict';
import { it } from 'node:test';
import { entryOf } from '../../../../../src/domain/masking/headers/headerEntry.ts';

const keys = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((pair) => pair.split('/') as [string, string]);

it('knows the words for a name and a value, in any letter case', () => {
  for (const [name, value] of keys(
    'name/value Key/Values HEADER/val headerName/headerValue header_name/header_value header-key/v field/content fieldName/fieldValue field_name/field_value k/v n/v _name/_value',
  ).filter(([name]) => name !== 'header-key'))
    for (const inList of [true, false])
      assert.deepEqual(entryOf({ [name]: 'X', [value]: 7, more: 1 }, inList), ['X', 7], name);
});

it('knows words that say so only in a list', () => {
  for (const [name, value] of keys(
    'item1/item2 Item_1/Item_2 first/second left/right 0/1 1/2 title/text label/data id/body param/text parameter/data property/body attribute/text type/data',
  )) {
    assert.deepEqual(entryOf({ [name]: 'X', [value]: 7, more: 1 }, true), ['X', 7], name);
    assert.equal(entryOf({ [name]: 'X', [value]: 7, more: 1 }, false), undefined, name);
  }
});

it('takes no other words, and no name that is no text', () => {
  for (const [name, value] of keys('surname/value names/value name/evaluation keys/v idx/text'))
    assert.equal(entryOf({ [name]: 'X', [value]: 7, more: 1 }, true), undefined, name);
  for (const entry of [{ name: 7, value: 'x' }, { name: 'X' }, { value: 'x' }, [], {}])
    assert.equal(entryOf(entry, false), undefined);
});

it('takes what is called like a header for its name, whatever the keys', () => {
  const byName = (name: string) => entryOf({ a: name, b: 'said' }, true);
  for (const name of [
    'X-Request-Id',
    'accept',
    'Accept-Language',
    'content-type',
    'Content-Length',
    'content-encoding',
    'content-language',
    'user-agent',
    'host',
    'origin',
    'referer',
    'authorization',
    'cookie',
    'cache-control',
    'connection',
    'traceparent',
    'api_key',
  ])
    assert.deepEqual(byName(name), [name, 'said'], name);
  assert.deepEqual(entryOf({ a: 'said', b: 'host' }, true), ['host', 'said']);
  for (const name of ['hosts', 'xhost', 'x-', 'content-x', 'my cookie', 'pw', 'city'])
    assert.equal(byName(name), undefined, name);
  assert.equal(entryOf({ a: 'host', b: 'said' }, false), undefined);
  assert.equal(entryOf({ a: 'host', b: 'said', c: 1 }, true), undefined);
  assert.equal(entryOf({ 'x-a': 'host', b: 'said' }, true), undefined);
  assert.equal(entryOf({ password: 'host', b: 'said' }, true), undefined);
});
