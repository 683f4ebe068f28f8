import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { firstSearch } from '../../../../src/composition/firstSearch.ts';
import { askedText, curlOf } from '../../../../src/explorer/runs/sentText.ts';
import { startService } from '../../api/client/wire.ts';

const request = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') },
  filterBy: { must: [{ term: { 'agent_information.name': 'Ann\'s "desk"; $(rm -rf /) `x`' } }] },
  sortBy: [{ field: 'session_start_time', direction: 'desc' as const }],
  pageSize: 20,
  pageNumber: 2,
};
const sent = firstSearch(request, 'insights-sessions-*,old-*');
const ways = [
  [{ signIn: 'none' }, undefined],
  [{ signIn: 'apiKey' }, 'ApiKey c2VjcmV0'],
  [{ signIn: 'password', user: "o'neil" }, `Basic ${Buffer.from("o'neil:open sesame").toString('base64')}`],
] as const;

describe('what an archive was sent', () => {
  it('is the search itself, as a console takes it', () => {
    const [line, ...body] = askedText(sent).split('\n');
    assert.equal(line, 'POST /insights-sessions-*,old-*/_search');
    const { size, from, sort, track_total_hits: exact } = JSON.parse(body.join('\n'));
    assert.deepEqual([size, from, exact], [20, 40, true]);
    assert.equal(sort.length, 2);
  });

  for (const [access, authorization] of ways)
    it(`is a command line that a shell sends as it is, signing in by ${access.signIn}`, async () => {
      let got:
        | { url: string | undefined; type: string | undefined; signed: string | undefined; body: string }
        | undefined;
      const service = await startService(async (incoming, response) => {
        let body = '';
        for await (const chunk of incoming) body += chunk;
        const { 'content-type': type, authorization: signed } = incoming.headers;
        got = { url: incoming.url, type, signed, body };
        response.end('{}');
      });
      const origin = `http://127.0.0.1:${service.port}/below/`;
      const line = curlOf({ origin, access: { index: 'insights-sessions-*,old-*', ...access } }, sent);
      assert.doesNotMatch(line, /c2VjcmV0|sesame/);
      const env = { ...process.env, INSIGHTS_API_KEY: 'c2VjcmV0' };
      // A person types the password when curl asks for it; here it stands behind the name.
      const typed = line.replace(`'o'\\''neil'`, `'o'\\''neil:open sesame'`);
      const shell = spawn('sh', ['-c', `${typed} --silent --noproxy '*'`], { env, stdio: 'ignore' });
      const [code] = await once(shell, 'exit');
      service.close();
      assert.equal(code, 0);
      assert.equal(got?.url, '/below/insights-sessions-*,old-*/_search?allow_partial_search_results=false');
      assert.equal(got.type, 'application/json');
      assert.equal(got.signed, authorization);
      assert.deepEqual(JSON.parse(got.body), sent.body);
    });
});
