import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readClusterAddress, readServiceAddress } from '../../../../src/domain/connections/serviceAddress.ts';

describe('addresses', () => {
  const table: [address: string, problem: string | undefined][] = [
    ['https://insights.example.com', undefined],
    ['http://127.0.0.1:8080', undefined],
    ['http://localhost', undefined],
    ['http://127.0.0.1.example.com', 'notHttps'],
    ['ftp://example.com', 'notHttps'],
    ['https://me:secret@example.com', 'userInAddress'],
    ['https://:secret@example.com:9200', 'userInAddress'],
    ['https://me@[2001:db8::1]:9200', 'userInAddress'],
    ['https://example.com/?a=b', 'badAddress'],
    ['https://me:secret@example.com/insights/sessions', 'userInAddress'],
    ['https://me:secret@example.com/_search', 'userInAddress'],
    ['http://example.com/insights/sessions', 'notHttps'],
    ['https://example.com/sessions?a=b', 'badAddress'],
    ['example', 'badAddress'],
    ['', 'badAddress'],
  ];
  for (const [address, problem] of table) {
    for (const read of [readServiceAddress, readClusterAddress]) {
      it(`${address || 'none'}, by ${read.name}`, () => {
        const found = read(address);
        assert.equal('problem' in found ? found.problem : undefined, problem);
      });
    }
  }
});

describe('the address of sessions means their service', () => {
  const table: [written: string, address: string][] = [
    ['https://x.example/insights/sessions', 'https://x.example'],
    ['https://x.example/insights/sessions/', 'https://x.example'],
    ['https://x.example/insights/', 'https://x.example'],
    ['https://x.example/insights', 'https://x.example'],
    ['https://x.example/insights?from_date=2026-11-01', 'https://x.example'],
    ['https://x.example/Insights/Sessions?from_date=2026-11-01&filter_by={"must":[]}#a', 'https://x.example'],
    ['https://x.example/insights/sessions/8ae433e8?session_date=2026-11-01', 'https://x.example'],
    [' https://x.example:8443/gateway//insights/sessions ', 'https://x.example:8443/gateway'],
    ['http://localhost:8080/insights/sessions', 'http://localhost:8080'],
    ['https://x.example/my-insights', 'https://x.example/my-insights'],
    ['https://x.example/insights/v2/', 'https://x.example/insights/v2'],
    ['https://x.example/', 'https://x.example'],
  ];
  for (const [written, address] of table) {
    it(written, () => assert.deepEqual(readServiceAddress(written), { address }));
  }
});

describe('the address of a question to a cluster means the cluster', () => {
  const table: [written: string, address: string][] = [
    ['https://x.example:9200', 'https://x.example:9200'],
    ['https://x.example:9200/', 'https://x.example:9200'],
    ['https://x.example:9200/_cluster/health?pretty', 'https://x.example:9200'],
    ['https://x.example/search/_cat/indices?v#a', 'https://x.example/search'],
    ['https://x.example/search/calls-*/_search?q=a', 'https://x.example/search'],
    ['https://x.example/insights', 'https://x.example/insights'],
    ['https://x.example/insights/sessions//', 'https://x.example/insights/sessions'],
    ['http://[::1]:9200/', 'http://[::1]:9200'],
    ['https://[2001:db8::1]:9200/search/', 'https://[2001:db8::1]:9200/search'],
  ];
  for (const [written, address] of table) {
    it(written, () => assert.deepEqual(readClusterAddress(written), { address }));
  }
});

describe('an address as it was copied', () => {
  const address = 'https://x.example/gateway';
  const table = [
    ...[
      `"${address}"`,
      `'${address}'`,
      `\`${address}\``,
      `<${address}>`,
      `(${address})`,
      `${address},`,
      `"${address}",`,
    ],
    ...[
      `“${address}”`,
      `«${address}»`,
      `${address};`,
      `\u00a0${address}\u00a0`,
      `\u200b${address}\u200b`,
      `\ufeff${address}\r\n`,
    ],
    ...[`\t"${address}/" ,\n`, `[${address}]`, `‘${address}’`, `\u2066${address}\u2069`, `&lt;${address}&gt;`],
    `"${address}/insights/sessions",`,
  ];
  for (const written of table)
    it(JSON.stringify(written), () => assert.deepEqual(readServiceAddress(written), { address }));

  it('of IPv6 keeps its brackets', () =>
    assert.deepEqual(readServiceAddress('<http://[::1]>,'), { address: 'http://[::1]' }));

  it('is refused with a user, whatever stands around it', () =>
    assert.deepEqual(readServiceAddress('"https://me:secret@x.example"'), { problem: 'userInAddress' }));

  const refused = ['https://x.example/ https://y.example', '"', '<>', ', ,', '“example”'];
  for (const written of refused)
    it(`refuses ${written}`, () => assert.deepEqual(readServiceAddress(written), { problem: 'badAddress' }));
});
