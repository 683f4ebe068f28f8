import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTargetOf, isNumber } from '../../../../src/domain/session/findTarget.ts';

const id = '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36';

describe('what to find a session by', () => {
  const cases: [text: string, expected: string][] = [
    [id, `id ${id}`],
    [`"id": "${id}",`, `id ${id}`],
    [`insights:/production/2026-11-20/${id}.insights-session.json`, `id ${id} on 2026-11-20`],
    [`${id} of 2026-02-30`, `id ${id}`],
    ['5f7f2e60a6034c9b5c79d16c', 'id 5f7f2e60a6034c9b5c79d16c, perhaps more'],
    ['+44 7700 900123', 'number 447700900123'],
    ['0044 (7700) 900-123', 'number 447700900123'],
    ['447700900123', 'number 447700900123'],
    ['+44 (0)7700 900123', 'number 447700900123'],
    ['\u202a+44 7700 900123\u202c', 'number 447700900123'],
    ['whatsapp:+447700900123', 'number 447700900123'],
    ['tel:+44 7700-900123', 'number 447700900123'],
    ['+44\u20117700 900123 ext. 7', 'number 447700900123'],
    ['07700', 'number 07700, perhaps more'],
    ['12', 'nothing'],
    ['', 'nothing'],
    ['coffee orders', 'nothing'],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} is ${expected}`, () => {
      const found = findTargetOf(text);
      const more = found?.whole === false ? ', perhaps more' : '';
      if (!found) assert.equal('nothing', expected);
      else if (found.kind === 'number') assert.equal(`number ${found.digits}${more}`, expected);
      else {
        const day = found.day ? ` on ${found.day.toISOString().slice(0, 10)}` : '';
        assert.equal(`id ${found.id}${day}${more}`, expected);
      }
    });
  }
});

describe('a number without its country', () => {
  const cases: [stored: string | undefined, digits: string, expected: boolean][] = [
    ['447700900123', '07700900123', true],
    ['+447700900123', '447700900123', true],
    ['447700900124', '07700900123', false],
    ['+44 (0)7700 900123', '447700900123', true],
    ['caller 447700900123', '07700900123', true],
    [undefined, '07700900123', false],
  ];
  for (const [stored, digits, expected] of cases) {
    it(`${digits} is ${expected ? '' : 'not '}${stored}`, () => assert.equal(isNumber(stored, digits), expected));
  }
});
