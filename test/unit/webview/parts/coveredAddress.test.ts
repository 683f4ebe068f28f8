import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coveredAddress } from '../../../../webview/parts/masking/masking.ts';

describe('an address before the mask is there', () => {
  const shown: readonly (readonly [url: string, shown: string])[] = [
    ['https://hooks.example.com/T000/B000/xoxb', 'https://hooks.example.com/••••••/••••••/xoxb'],
    ['https://api.example.com/v2/patients/1255', 'https://api.example.com/v2/patients/1255'],
    ['https://api.example.com/v2/patients/972501234567', 'https://api.example.com/v2/patients/••••••'],
    ['https://hooks.example.com/in/abcdefGHIJklmnop', 'https://hooks.example.com/in/••••••'],
    [`https://hooks.example.com/in/${'a'.repeat(40)}`, 'https://hooks.example.com/in/••••••'],
    ['http://localhost:8080/orders?token=1', 'http://localhost:8080/orders••••••'],
    ['HTTPS://hooks.example.com/', 'HTTPS://hooks.example.com/'],
    ['https://user:secret@hooks.example.com/orders', 'https://hooks.example.com/orders'],
    ['https://user:secret@hooks.example.com/orders#x', 'https://hooks.example.com/orders••••••'],
    ['https://hooks.example.com?token=1', 'https://hooks.example.com••••••'],
    ['https://hooks.example.com/a b', 'https://hooks.example.com/••••••'],
    ['https://שיחות.example/a', '••••••'],
    ['secret', '••••••'],
    ['', '••••••'],
  ];
  for (const [url, expected] of shown)
    it(`shows of ${url} no more than where it leads`, () => assert.equal(coveredAddress(url), expected));
});
