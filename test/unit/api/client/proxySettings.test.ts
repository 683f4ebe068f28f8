import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProxySettings } from '../../../../src/api/client/proxySettings.ts';

describe('a proxy', () => {
  const written: readonly (readonly [written: string, url: string])[] = [
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['proxy', 'http://proxy'],
    [' proxy:3128 ', 'http://proxy:3128'],
    ['//proxy:3128', 'http://proxy:3128'],
    ['http://proxy:3128/', 'http://proxy:3128'],
    ['http://proxy:3128/path?x', 'http://proxy:3128'],
    ['HTTPS://Proxy.Example.com', 'https://proxy.example.com'],
    ['me:secret@proxy:3128', 'http://me:secret@proxy:3128'],
    ['http://me:s%40cret@proxy', 'http://me:s%40cret@proxy'],
    ['[::1]:3128', 'http://[::1]:3128'],
    ['"http://proxy:3128"', 'http://proxy:3128'],
    ["'proxy:3128'", 'http://proxy:3128'],
    ['http://me:100%@proxy', 'http://me:100%25@proxy'],
    ['http://me:%zz%41@proxy', 'http://me:%25zz%41@proxy'],
    ['http://me:p#a/s?s@proxy:3128', 'http://me:p%23a%2Fs%3Fs@proxy:3128'],
    ['http://me:12#3@proxy', 'http://me:12%233@proxy'],
    ['me:s@cret@proxy', 'http://me:s%40cret@proxy'],
  ];
  for (const [text, url] of written) {
    it(`is read from ${JSON.stringify(text)}`, () => {
      const setting = { setting: 'http.proxy', url };
      assert.deepEqual(readProxySettings(text, {}), { http: setting, https: setting });
    });
  }

  it('comes from the environment where no setting names one', () => {
    const environment = { HTTP_PROXY: 'one:1', https_proxy: 'two:2', HTTPS_PROXY: 'three:3' };
    assert.deepEqual(readProxySettings(' ', environment), {
      http: { setting: 'HTTP_PROXY', url: 'http://one:1' },
      https: { setting: 'https_proxy', url: 'http://two:2' },
    });
    assert.deepEqual(readProxySettings(undefined, {}), { http: undefined, https: undefined });
    assert.equal(readProxySettings(undefined, { HTTPS_PROXY: 'socks5://p' }).https?.problem, 'socks');
  });
});
