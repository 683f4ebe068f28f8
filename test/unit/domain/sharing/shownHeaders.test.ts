import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownAddress } from '../../../../src/domain/sharing/shownHeaders.ts';

describe('an address as a page shows it', () => {
  for (const [written, shown] of [
    ['https://shop.example/orders?id=7&page=2', 'https://shop.example/orders?id=7&page=2'],
    ['https://shop.example/orders?api_key=Zx9kQ21&id=7', 'https://shop.example/orders?api_key=••••••&id=7'],
    [
      'https://shop.example/orders?id=7&access_token=eyJh.bGci.Oi',
      'https://shop.example/orders?id=7&access_token=••••••',
    ],
    ['https://anna:Swordfish77@shop.example/orders', 'https://anna:••••••@shop.example/orders'],
  ] as const)
    it(shown, () => assert.equal(shownAddress(written), shown));
});
