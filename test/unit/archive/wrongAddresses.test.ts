import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { archiveSentence } from '../../../src/words/archiveSentence.ts';
import type { Answers } from './standInCluster.ts';
import { answering, error, failureOf, read, readSteadily, withCluster, write } from './standInCluster.ts';

const verify = (client: ArchiveClient) => client.verify();
const noHandler = { error: 'no handler found for uri [/es/calls-*/_search] and method [POST]' };
const noIndex = (index: string) => ({
  error: { type: 'index_not_found_exception', reason: `no such index [${index}]`, index },
});
const underPath =
  /doesn’t answer under the path "\/es" of the connection’s address\. Remove it, or check the path that/;
const old = /^The cluster is too old: an archive needs OpenSearch 2, or Elasticsearch 7\.8 or later\./;
const neither =
  /Neither OpenSearch nor Elasticsearch answers at this address\. Check the address, its port and its path/;

type Way = readonly [
  name: string,
  path: string,
  answers: Answers,
  ask: (client: ArchiveClient) => Promise<unknown>,
  sentence: RegExp,
];

const ways: readonly Way[] = [
  ['a path that a proxy does not take away, to verify', '/es', [[/^\/es/u, 404, noIndex('es')]], verify, underPath],
  ['a path that an engine has no request for', '/es', [[/^\/es/u, 400, noHandler]], read, underPath],
  ['a path that an engine has no request for, of pages', '/es', [[/^\/es/u, 400, noHandler]], readSteadily, underPath],
  ['a path that an engine has no request for, to write', '/es', [[/^\/es/u, 400, noHandler]], write, underPath],
  [
    'a path that Elasticsearch 7 takes for an index and a type',
    '/es',
    [
      [/_mapping$/u, 400, error('illegal_argument_exception', 'Types cannot be provided in get mapping requests')],
      [/^\/es/u, 404, noIndex('es')],
    ],
    read,
    underPath,
  ],
  [
    'an address that names an index',
    '/es',
    [[/^\/es\/$/u, 200, { 'calls-2026.05': { aliases: {}, mappings: {}, settings: {} } }]],
    verify,
    underPath,
  ],
  [
    'no index below a path that is right',
    '/es',
    [[/_search$/u, 404, noIndex('calls-*')]],
    read,
    /There is no index "calls-\*"/,
  ],
  [
    'no index below a path that is no encoded text',
    '/es%zz',
    [[/_search$/u, 404, noIndex('calls-*')]],
    read,
    /There is no index "calls-\*"/,
  ],
  [
    'an engine that has no index templates',
    '',
    [[/_index_template/u, 405, { error: 'Incorrect HTTP method for uri [/_index_template/calls] and method [GET]' }]],
    write,
    old,
  ],
  [
    'an Elasticsearch of before index templates',
    '',
    [[/^\/$/u, 200, { version: { number: '7.7.1' } }]],
    verify,
    /^Elasticsearch 7\.7\.1 is too old: .* Elasticsearch 7\.8 or later/,
  ],
  [
    'an Elasticsearch 6, which counts in its own way',
    '',
    [[/_search$/u, 200, { _shards: { total: 1, failed: 0 }, hits: { total: 0, hits: [] } }]],
    read,
    old,
  ],
  [
    'an Elasticsearch 5',
    '',
    [
      [
        /_search$/u,
        400,
        error(
          'illegal_argument_exception',
          'request [/calls-*/_search] contains unrecognized parameter: [allow_partial_search_results]',
        ),
      ],
    ],
    read,
    old,
  ],
  [
    'an Elasticsearch 2',
    '',
    [
      [
        /_search$/u,
        400,
        error('search_parse_exception', 'failed to parse search source. unknown search element [track_total_hits]'),
      ],
    ],
    read,
    old,
  ],
  [
    'an Elasticsearch 1',
    '',
    [[/_search$/u, 404, { error: 'IndexMissingException[[calls-*] missing]', status: 404 }]],
    read,
    old,
  ],
  [
    'Kibana',
    '',
    [[/_search$/u, 400, { statusCode: 400, error: 'Bad Request', message: 'Request must contain a kbn-xsrf header.' }]],
    read,
    neither,
  ],
  [
    'a port that speaks TLS',
    '',
    [[/./u, 400, '<html><h1>400</h1>The plain HTTP request was sent to HTTPS port</html>']],
    read,
    /A web page came .* It said: .*sent to HTTPS port/,
  ],
  ['a gateway that knows nobody of that name', '', [[/./u, 404, 'default backend - 404']], read, neither],
  [
    'a cluster that is to ask another, which it does not know',
    '',
    [[/_search$/u, 404, error('no_such_remote_cluster_exception', 'no such remote cluster: [other]')]],
    read,
    /^The cluster refused the request\. It said: .*no such remote cluster: \[other\]/,
  ],
];

describe('an address that leads elsewhere than to an engine of today', () => {
  for (const [name, path, answers, ask, sentence] of ways)
    it(name, () =>
      withCluster(
        answering(answers),
        async (client) => assert.match(archiveSentence(await failureOf(ask(client))), sentence),
        { path },
      ),
    );
});
