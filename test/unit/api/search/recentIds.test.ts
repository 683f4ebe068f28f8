import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RecentIds } from '../../../../src/api/search/recentIds.ts';

describe('recent ids', () => {
  const cases: [ids: string, most: number, met: string][] = [
    ['aa', 1, '.!'],
    ['abcabc', 3, '...!!!'],
    ['abcab', 2, '...!!'],
    ['abbbbba', 2, '..!!!!!'],
    ['abcdea', 2, '......'],
  ];
  for (const [ids, most, met] of cases) {
    it(`of ${ids}, keeping ${most}`, () => {
      const recent = new RecentIds(most);
      assert.equal([...ids].map((id) => (recent.meets(id) ? '!' : '.')).join(''), met);
    });
  }
});
