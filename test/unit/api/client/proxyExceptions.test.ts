import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noProxyOf, proxyExceptions } from '../../../../src/api/client/proxyExceptions.ts';

describe('what goes past every proxy', () => {
  const host = 'https://a.example.com';
  const table: readonly (readonly [written: string, past: readonly string[], through?: readonly string[]])[] = [
    ['', [], [host]],
    ['*', [host, 'http://10.1.2.3', 'https://[fd00::1]']],
    [' * ', [host]],
    ['other,*', [host]],
    ['a.example.com', [host, 'https://b.a.example.com', 'https://a.example.com.'], ['https://example.com']],
    ['example.com', [host, 'https://example.com:8443'], ['https://notexample.com', 'https://example.com.other']],
    ['.example.com', [host, 'https://example.com'], ['https://notexample.com']],
    ['*.example.com', [host, 'https://example.com'], ['https://notexample.com']],
    ['*example.com', [host, 'https://notexample.com'], ['https://example.com.other']],
    ['a.*.com', [host], ['https://b.example.com', 'https://abexample.com']],
    ['EXAMPLE.com.', [host]],
    ['https://a.example.com/path', [host]],
    ['bücher.example', ['https://bücher.example', 'https://a.xn--bcher-kva.example']],
    ['other, example.com', [host]],
    ['other;example.com', [host]],
    ['other|example.com', [host]],
    ['a.example.com:443', [host], ['https://a.example.com:8443', 'http://a.example.com']],
    ['a.example.com:8443', ['https://a.example.com:8443'], [host]],
    ['*:8443', ['https://a.example.com:8443'], [host]],
    ['10.1.2.3', ['https://10.1.2.3'], ['https://10.1.2.4', 'https://110.1.2.3']],
    ['10.1.2.3:8443', ['https://10.1.2.3:8443'], ['https://10.1.2.3']],
    ['2.3', [], ['https://10.1.2.3']],
    ['10.0.0.0/8', ['https://10.1.2.3', 'https://[::ffff:10.1.2.3]'], ['https://11.1.2.3', 'https://10.example.com']],
    ['10.0.0.0/8:443', ['https://10.1.2.3'], ['https://10.1.2.3:8443']],
    ['10.1.2.3/32', ['https://10.1.2.3'], ['https://10.1.2.4']],
    ['0.0.0.0/0', ['https://10.1.2.3'], [host]],
    ['10.0.0.0/99', [], ['https://10.1.2.3']],
    ['10.*', ['https://10.1.2.3'], ['https://110.1.2.3']],
    ['fd00::1', ['https://[fd00::1]', 'https://[fd00::1]:8443'], ['https://[fd00::2]']],
    ['fd00:0:0:0:0:0:0:1', ['https://[fd00::1]']],
    ['[fd00::1]', ['https://[fd00::1]']],
    ['[fd00::1]:443', ['https://[fd00::1]'], ['https://[fd00::1]:8443']],
    ['fd00::/8', ['https://[fd12::1]'], ['https://[fe00::1]', 'https://10.1.2.3']],
    ['[fd00::]/8', ['https://[fd12::1]']],
    ['fd00::/200', [], ['https://[fd00::1]']],
    ['.', [], [host]],
    ['(', [], [host]],
  ];
  for (const [written, past, through = []] of table) {
    it(`is read from ${JSON.stringify(written)}`, () => {
      const isExcepted = proxyExceptions([written]);
      for (const address of past) assert.equal(isExcepted(new URL(address)), true, address);
      for (const address of through) assert.equal(isExcepted(new URL(address)), false, address);
    });
  }

  it('is what any of several texts names', () => {
    const isExcepted = proxyExceptions(['other', noProxyOf({ no_proxy: ' ', NO_PROXY: 'example.com' })]);
    assert.equal(isExcepted(new URL(host)), true);
    assert.equal(proxyExceptions([noProxyOf({})])(new URL(host)), false);
    assert.equal(noProxyOf({ no_proxy: 'a', NO_PROXY: 'b' }), 'a');
  });
});
