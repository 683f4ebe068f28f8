import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConnections } from '../../../../src/domain/connections/connectionSettings.ts';

const words = (user: unknown, workspace?: unknown): readonly string[] => {
  const { connections, slips } = readConnections({ user, workspace });
  return [
    ...connections
      .slice(1)
      .map(({ name, kind, address, file, production, definedIn }) =>
        [name, kind, address ?? file, production ? 'production' : '', definedIn].filter(Boolean).join(' '),
      ),
    ...slips.map(({ name, problem, value }) => [`${name}: ${problem}`, value].filter(Boolean).join(' ')),
  ];
};

describe('connections in settings', () => {
  const table: [user: unknown, workspace: unknown, expected: readonly string[]][] = [
    [undefined, undefined, []],
    [{ a: { region: 'EU' } }, undefined, ['a service https://studio-api-eu.ai.vonage.com user']],
    [
      { a: { baseUrl: 'https://x.example/base/', production: true } },
      undefined,
      ['a service https://x.example/base production user'],
    ],
    [
      { a: { baseUrl: 'https://x.example/gateway/insights/sessions?page_size=1' } },
      undefined,
      ['a service https://x.example/gateway user'],
    ],
    [[{ name: 'a', file: 'x.ndjson' }], undefined, ['a file x.ndjson user']],
    [{ a: { region: 'eu' } }, { a: { region: 'us' } }, ['a service https://studio-api-us.ai.vonage.com workspace']],
    [
      { sample: { region: 'eu' }, b: {}, c: { baseUrl: 'http://x.example' }, d: 3 },
      'nonsense',
      [
        'sample: reservedName',
        'b: noAddress',
        'c: notHttps http://x.example',
        'd: noAddress',
        'insights.connections: noList',
      ],
    ],
    [
      {
        a: { region: 'uk' },
        b: { region: 7 },
        c: { baseUrl: 'insights' },
        d: { baseUrl: 'https://me:secret@x.example' },
      },
      undefined,
      ['a: badRegion uk', 'b: badRegion 7', 'c: badAddress insights', 'd: userInAddress https://x.example'],
    ],
    [
      { a: { file: 'x.ndjson', region: 'eu' }, b: { baseUrl: 'https://x.example', region: 'us' } },
      undefined,
      ['a file x.ndjson user', 'b service https://x.example user', 'a: severalPlaces', 'b: severalPlaces'],
    ],
    [undefined, { sample: { region: 'eu' } }, ['sample: reservedName']],
    [5, null, ['insights.connections: noList']],
    [
      { a: { baseUrl: 5, region: 'eu' }, b: { archive: ['x'] }, c: { file: true }, d: { region: ['eu'] }, e: null },
      undefined,
      ['a: noText baseUrl', 'b: noText archive', 'c: noText file', 'd: badRegion ["eu"]', 'e: noAddress'],
    ],
    [
      { a: { baseUrl: null, region: ' EU ' }, b: { region: '' }, c: { region: null } },
      undefined,
      ['a service https://studio-api-eu.ai.vonage.com user', 'b: badRegion', 'c: noAddress'],
    ],
    ...[
      ['true', true],
      ['yes', true],
      [1, true],
      ['false', false],
      [false, false],
      [null, false],
    ].map(([production, asks]): [unknown, unknown, readonly string[]] => [
      { a: { region: 'eu', production } },
      undefined,
      [`a service https://studio-api-eu.ai.vonage.com ${asks ? 'production ' : ''}user`],
    ]),
  ];
  for (const [user, workspace, expected] of table) {
    it(JSON.stringify([user, workspace]), () => assert.deepEqual(words(user, workspace), expected));
  }
});

describe('an archive', () => {
  const read = (value: object) => readConnections({ user: { a: value }, workspace: {} });

  it('is a cluster’s address with an index and a way to sign in', () => {
    const { connections, slips } = read({
      archive: 'https://cluster.example.com:9200/',
      user: 'reader',
      index: 'calls-*',
    });
    assert.deepEqual(connections[1], {
      name: 'a',
      kind: 'archive',
      address: 'https://cluster.example.com:9200',
      archive: { index: 'calls-*', signIn: 'password', user: 'reader' },
      production: false,
      definedIn: 'user',
    });
    assert.deepEqual(slips, []);
  });

  it('is insights-sessions-*, without a sign-in, where nothing more is said', () => {
    const [, archive] = read({ archive: 'http://localhost:9200' }).connections;
    assert.deepEqual(archive?.archive, { index: 'insights-sessions-*', signIn: 'none' });
  });

  const slips: readonly (readonly [object, string])[] = [
    [{ archive: 'http://cluster.example.com:9200' }, 'notHttps'],
    [{ archive: 'cluster' }, 'badAddress'],
    [{ archive: 'https://me:secret@c.example.com' }, 'userInAddress'],
    [{ archive: 'https://:secret@[::1]:9200/search' }, 'userInAddress'],
    [{ archive: 'https://c.example.com', index: 'Calls-*' }, 'badIndex'],
    [{ archive: 'https://c.example.com', index: '*' }, 'badIndex'],
    [{ archive: 'https://c.example.com', index: '_all' }, 'badIndex'],
    [{ archive: 'https://c.example.com', signIn: 'token' }, 'badSignIn'],
    [{ archive: 'https://c.example.com', signIn: 'password' }, 'noUser'],
    [{ archive: 'https://c.example.com', region: 'eu' }, 'severalPlaces'],
  ];
  for (const [value, problem] of slips)
    it(`${problem}: ${JSON.stringify(value)}`, () => {
      assert.equal(read(value).slips[0]?.problem, problem);
    });
});
