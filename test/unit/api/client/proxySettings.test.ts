import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProxySettings } from '../../../../src/api/client/proxySettings.ts';

describe('a proxy', () => {
  const written: readonly (readonly [written: string, url: string, user?: string])[] = [
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['proxy', 'http://proxy'],
    [' proxy:3128 ', 'http://proxy:3128'],
    ['//proxy:3128', 'http://proxy:3128'],
    ['http://proxy:3128/', 'http://proxy:3128'],
    ['http://proxy:3128/path?x', 'http://proxy:3128'],
    ['HTTPS://Proxy.Example.com', 'https://proxy.example.com'],
    ['me:secret@proxy:3128', 'http://proxy:3128', 'me:secret'],
    ['http://me:s%40cret@proxy', 'http://proxy', 'me:s@cret'],
    ['[::1]:3128', 'http://[::1]:3128'],
    ['"http://proxy:3128"', 'http://proxy:3128'],
    ["'proxy:3128'", 'http://proxy:3128'],
    ['http://me:100%@proxy', 'http://proxy', 'me:100%'],
    ['http://me:%zz%41@proxy', 'http://proxy', 'me:%zzA'],
    ['http://me:p#a/s?s@proxy:3128', 'http://proxy:3128', 'me:p#a/s?s'],
    ['http://me:12#3@proxy', 'http://proxy', 'me:12#3'],
    ['me:s@cret@proxy', 'http://proxy', 'me:s@cret'],
    ['http://me@proxy', 'http://proxy', 'me:'],
    ['http://:secret@proxy', 'http://proxy', ':secret'],
    ['http://firm\\me:a b:c@proxy', 'http://proxy', 'firm\\me:a b:c'],
    ['http://mé:päss€@proxy', 'http://proxy', 'm\u00c3\u00a9:p\u00c3\u00a4ss\u00e2\u0082\u00ac'],
    ['http://me:%FF@proxy', 'http://proxy', 'me:\u00ff'],
  ];
  for (const [text, url, user] of written) {
    it(`is read from ${JSON.stringify(text)}`, () => {
      const authorization = user === undefined ? {} : { authorization: `Basic ${btoa(user)}` };
      const setting = { setting: 'http.proxy', url, ...authorization };
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

  it('is for secure requests what is for plain ones, or for all, where the environment names no other', () => {
    const namesOf = (environment: Record<string, string>) => {
      const { http, https } = readProxySettings(undefined, environment);
      return [http?.setting, https?.setting];
    };
    assert.deepEqual(namesOf({ HTTP_PROXY: 'one:1', ALL_PROXY: 'two:2' }), ['HTTP_PROXY', 'HTTP_PROXY']);
    assert.deepEqual(namesOf({ HTTPS_PROXY: 'one:1', all_proxy: 'two:2' }), ['all_proxy', 'HTTPS_PROXY']);
    assert.deepEqual(namesOf({ ALL_PROXY: 'socks://p' }), ['ALL_PROXY', 'ALL_PROXY']);
    assert.deepEqual(namesOf({ HTTPS_PROXY: ' ' }), [undefined, undefined]);
  });
});
