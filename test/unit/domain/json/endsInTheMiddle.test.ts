import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endsInTheMiddle } from '../../../../src/domain/json/endsInTheMiddle.ts';

describe('endsInTheMiddle', () => {
  const cases: [text: string, cut: boolean][] = [
    ['{"total":1,"hits":[{"id":"1"', true],
    ['{"total":1,"hits":[{"id":"1', true],
    ['{"a":"}', true],
    ['[', true],
    ['{"total":1,"hits":[{"id":"1","score":NaN}]}', false],
    ['{"total":0,"hits":[]}\n<!-- served by proxy -->', false],
    ['{"a":"raw\ttab"}', false],
    ["{'total': 0, 'hits': []}", false],
    ["{'a': 'x \"y'}", false],
    ['{"a":"b"c"}', false],
    ['{"total":1,"hits":[{"a":"5" wide","id":"1"}]}', false],
    ['{"a":"b","c', true],
    ['{"a":["b","', true],
    ['<html>', false],
    ['', false],
  ];
  for (const [text, cut] of cases) it(JSON.stringify(text), () => assert.equal(endsInTheMiddle(text), cut));
});
