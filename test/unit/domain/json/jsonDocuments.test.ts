import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonDocuments } from '../../../../src/domain/json/jsonDocuments.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';

function told(text: string): string {
  const found = jsonDocuments(text);
  return 'values' in found ? found.values.map((value) => writeJson(value)).join(' ') : `line ${found.line}`;
}

describe('JSON documents behind each other', () => {
  for (const [text, expected] of [
    ['{"a":1}', '{"a":1}'],
    ['1\n2', '1 2'],
    ['1\r\n\r\n \n2\n', '1 2'],
    ['1 2', '1 2'],
    ['\u001e1\n\u001e2\n', '1 2'],
    ['{"a":1}{"b":2}', '{"a":1} {"b":2}'],
    ['{\n  "a": "}{"\n}\n{\n  "b": [{}]\n}\n', '{"a":"}{"} {"b":[{}]}'],
    ['{"a":1},\n{"b":1.50},\n', '{"a":1} {"b":1.50}'],
    ['"a\\"b""c"', '"a\\"b" "c"'],
    ['[1]\u2028[2]\u0085\ufeff[3]', '[1] [2] [3]'],
    ['', ''],
    [' \n\n', ''],
    ['1\nx', 'line 2'],
    ['{"a":1}\n\n{"a":\n', 'line 3'],
    ['{"a":1}\n{"a":1}}', 'line 2'],
    ['{"a":1}\n{"a":"\n', 'line 2'],
    ['{"a":1}\n# two', 'line 2'],
    ['{"a":1}\u00a0{}', 'line 1'],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(told(text), expected));

  it('are read as deep as they are', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const found = jsonDocuments(`${deep}\n${deep}`);
    assert.equal('values' in found && found.values.length, 2);
  });
});
