import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutImages } from '../../../../src/explorer/tree/withoutImages.ts';

describe('a description without images', () => {
  const table: readonly (readonly [given: string, shown: string])[] = [
    ['did **not** hand over', 'did **not** hand over'],
    ['Look! [here](https://example.com)', 'Look! [here](https://example.com)'],
    ['![a](https://example.com/a.png)', '&#33;[a](https://example.com/a.png)'],
    ['!![a](https://example.com/a.png)', '!&#33;[a](https://example.com/a.png)'],
    ['\\![a][b]\n\n[b]: https://example.com/a.png', '\\&#33;[a][b]\n\n[b]: https://example.com/a.png'],
    ['![![a](b)](c)', '&#33;[&#33;[a](b)](c)'],
  ];
  for (const [given, shown] of table) it(given, () => assert.equal(withoutImages(given), shown));
});
