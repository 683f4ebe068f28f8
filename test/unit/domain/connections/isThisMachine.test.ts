import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isThisMachine } from '../../../../src/domain/connections/isThisMachine.ts';
import { readServiceAddress } from '../../../../src/domain/connections/serviceAddress.ts';

describe('this machine', () => {
  const here = [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'insights.localhost',
    'a.b.localhost',
    '127.0.0.1',
    '127.1.2.3',
    '127.1',
    '2130706433',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
  ];
  for (const host of here) {
    it(`is ${host}: http is good enough`, () => {
      assert.equal(isThisMachine(new URL(`http://${host}`).hostname), true);
      assert.deepEqual(Object.keys(readServiceAddress(`http://${host}:8080/base`)), ['address']);
    });
  }

  const elsewhere = [
    'localhost.example.com',
    'localhost-example.com',
    'notlocalhost',
    'my-localhost',
    '127.0.0.1.example.com',
    '127.example.com',
    '127-0-0-1.example.com',
    '128.0.0.1',
    '0.0.0.0',
    '[::2]',
    '[::1:1]',
    'localhost.localdomain',
  ];
  for (const host of elsewhere) {
    it(`is not ${host}: a key goes there by https only`, () => {
      assert.equal(isThisMachine(new URL(`http://${host}`).hostname), false);
      assert.deepEqual(readServiceAddress(`http://${host}`), { problem: 'notHttps' });
      assert.deepEqual(Object.keys(readServiceAddress(`https://${host}`)), ['address']);
    });
  }
});
