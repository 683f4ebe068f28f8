import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexOf, searched, session } from './support.ts';

const at = (id: string, time: unknown) => session(id, { session_start_time: time });

describe('dates', () => {
  const index = indexOf(
    at('before', '2026-05-09T23:59:59.999999'),
    at('midnight', '2026-05-10T00:00:00.000000'),
    at('afternoon', '2026-05-10T17:09:27.758983'),
    at('last', '2026-05-10T23:59:59.999999'),
    at('after', '2026-05-11T00:00:00.000000'),
    at('zoned', '2026-05-12T01:30:00+03:00'),
    at('without', null),
    at('nonsense', 'soon'),
  );
  const found: [from: string, to: string, ...ids: string[]][] = [
    ['2026-05-10', '2026-05-10', 'midnight', 'afternoon', 'last'],
    ['2026-05-10T00:00:00', '2026-05-10T23:59:59', 'midnight', 'afternoon', 'last'],
    ['2026-05-10T17:09:27.758983', '2026-05-10T17:09:27.758983', 'afternoon'],
    ['2026-05-10T17:09:27', '2026-05-10T17:09:27', 'afternoon'],
    ['2026-05-10T17:09:27.759', '2026-05-10T18', ...[]],
    ['2026-05-10T17', '2026-05-10T17', 'afternoon'],
    ['2026-05-10T17:09', '2026-05-10T17:09', 'afternoon'],
    ['2026-05-10T17:10', '2026-05-10T23:59', 'last'],
    ['2026-05-10T19:09:27+02:00', '2026-05-10T19:09:27+02:00', 'afternoon'],
    ['2026-05-10T17:09:27Z', '2026-05-10T17:09:27Z', 'afternoon'],
    ['2026-05', '2026-05', 'before', 'midnight', 'afternoon', 'last', 'after', 'zoned'],
    ['2026-05-11', '2026-05-11', 'after', 'zoned'],
    ['2026-05-10 17:09:27', '2026-05-10 17:09:27', 'afternoon'],
    ['2026-05-10T17:00:00', '2026-05-10T24:00:00', 'afternoon', 'last', 'after'],
    ['2026-05-12', '2026-05-12', ...[]],
    ['2026-04-01', '2026-05-31', 'before', 'midnight', 'afternoon', 'last', 'after', 'zoned'],
  ];
  for (const [from_date, to_date, ...ids] of found)
    it(`${from_date} to ${to_date}`, () => {
      const { status, ids: given, body } = searched(index, { from_date, to_date });
      assert.deepEqual({ status, given, total: body.total }, { status: 200, given: ids, total: ids.length });
    });

  const refused: [from: string, to: string, why: RegExp][] = [
    ['2026-04-01', '2026-06-01', /up to 60 days/],
    ['2026-04-01T00:00:00', '2026-05-31T00:00:00.001', /up to 60 days/],
    ['2026-04', '2026-06', /up to 60 days/],
    ['2026-05-10', '2026-05-09', /ends before it starts/],
    ['2026-05-10T10:00:00', '2026-05-10T09:59:59', /ends before it starts/],
    ['now-7d', '2026-05-10', /from_date: \[now-7d\]/],
    ['2026-05-10', '', /to_date: \[\]/],
    ['2026-02-29', '2026-03-01', /from_date/],
    ['2026-13-01', '2026-12-01', /from_date/],
    ['2026-05-10T24:00:01', '2026-05-11', /from_date/],
    ['2026-05-10T12:60', '2026-05-11', /from_date/],
    ['2026-5-1', '2026-05-11', /from_date/],
    ['10/05/2026', '2026-05-11', /from_date/],
    ['17780', '2026-05-11', /from_date/],
  ];
  for (const [from_date, to_date, why] of refused)
    it(`refuses ${from_date} to ${to_date}`, () => {
      const { status, message } = searched(index, { from_date, to_date });
      assert.equal(status, 401);
      assert.match(message ?? '', why);
    });
});

describe('pages', () => {
  const index = indexOf(...Array.from({ length: 25 }, (_, number) => session(`s${number}`)));
  const pages: [size: string, page: string, first: string | undefined, count: number][] = [
    ['10', '0', 's0', 10],
    ['10', '2', 's20', 5],
    ['10', '3', undefined, 0],
    ['0', '0', undefined, 0],
    ['0', '99999', undefined, 0],
    ['25', '0', 's0', 25],
    ['10000', '0', 's0', 25],
    ['1', '9999', undefined, 0],
  ];
  for (const [page_size, page_number, first, count] of pages)
    it(`page ${page_number} of ${page_size}`, () => {
      const { ids, body } = searched(index, { page_size, page_number });
      assert.deepEqual([ids[0], ids.length], [first, count]);
      const { total, page_size: size, page_number: number } = body;
      assert.deepEqual({ total, size, number }, { total: 25, size: page_size, number: page_number });
    });

  const refused: [size: string, page: string][] = [
    ['10001', '0'],
    ['10000', '1'],
    ['1', '10000'],
    ['-1', '0'],
    ['10', '-1'],
    ['ten', '0'],
    ['1.5', '0'],
    ['1e3', '0'],
    ['', '0'],
    [' 1', '0'],
  ];
  for (const [page_size, page_number] of refused)
    it(`refuses page "${page_number}" of "${page_size}"`, () => {
      const { status, message } = searched(index, { page_size, page_number });
      assert.equal(status, 401);
      assert.match(message ?? '', /page_/);
    });
});

describe('sort', () => {
  const index = indexOf(
    session('a', { source: 'b', channel_data: { duration: 5, status_code: 0 }, request_ids: ['m', 'c'] }),
    session('b', {
      source: '\u{1F600}',
      channel_data: { duration: '40' },
      request_ids: ['a', 'z'],
      tags: { t: { x: 2 } },
    }),
    session('c', { source: '\uFB01', params: { p: { completed: true, value: 'x' } } }),
    session('d', { source: 'B', channel_data: { duration: 5, status_code: 200 }, tags: { t: { x: 0 } } }),
    session('e', { source: '', channel_data: { duration: 0 }, params: { p: { completed: false, value: '' } } }),
    session('f', { source: null, channel_data: { duration: -1.5 } }),
  );
  const orders: Record<string, string> = {
    'source:asc': 'edacbf',
    'source:desc': 'bcadef',
    'channel_data.duration:asc': 'feadbc',
    'channel_data.duration:desc': 'badefc',
    'channel_data.duration:desc,id:desc': 'bdaefc',
    'channel_data.duration:asc,channel_data.status_code:desc': 'fedabc',
    'request_ids:asc': 'bacdef',
    'request_ids:desc': 'bacdef',
    'params.p.completed:asc': 'ecabdf',
    'params.p.value:desc': 'ceabdf',
    'tags.t.x:asc': 'dbacef',
    'tags.t.never:asc': 'abcdef',
    'session_start_time:desc': 'abcdef',
    'id:DESC': 'fedcba',
  };
  for (const [sort_by, order] of Object.entries(orders)) {
    it(sort_by, () => assert.equal(searched(index, { sort_by }).ids.join(''), order));
    it(`${sort_by}, page by page`, () => {
      const pages = [0, 1, 2].map((page_number) => searched(index, { sort_by, page_size: 2, page_number }).ids);
      assert.equal(pages.flat().join(''), order);
    });
  }

  const refused: [sort: string, why: RegExp][] = [
    ['channel_data:asc', /an object/],
    ['transcription.user:asc', /analysed text/],
    ['agent:asc', /no mapping found/],
    ['_score:desc', /no mapping found/],
    ['session_start_time:desc, id:asc', /no mapping found for \[ id\]/],
    ['session_start_time', /not <attribute>/],
    ['session_start_time:down', /not <attribute>/],
    [':asc', /not <attribute>/],
    ['', /not <attribute>/],
    ['id:asc,', /not <attribute>/],
  ];
  for (const [sort_by, why] of refused)
    it(`refuses "${sort_by}"`, () => {
      const { status, message } = searched(index, { sort_by });
      assert.equal(status, 401);
      assert.match(message ?? '', why);
    });
});

describe('projection', () => {
  const whole = {
    id: 'a',
    agent_information: { id: '1', name: 'Ann', extra: null },
    flow_path: [{ type: 'start', tags: [] }, { node_id: 'n', tags: [{ tag: 't', category: 'c' }] }, null],
    params: { 'USER.RECORD_ID': { value: 'r', completed: true }, name: { value: 'v' } },
    transcription: [{ user: 'hi' }, { v1: 'hello' }],
    request_ids: ['1', '2'],
    status: null,
  };
  const cases: [paths: readonly string[], kept: unknown][] = [
    [['id'], { id: 'a' }],
    [['agent_information'], { agent_information: whole.agent_information }],
    [['agent_information.name', 'status'], { agent_information: { name: 'Ann' }, status: null }],
    [['flow_path.type'], { flow_path: [{ type: 'start' }] }],
    [['flow_path.tags'], { flow_path: [{ tags: [] }, { tags: [{ tag: 't', category: 'c' }] }] }],
    [['flow_path.tags.tag'], { flow_path: [{ tags: [{ tag: 't' }] }] }],
    [['params.USER.RECORD_ID.value'], { params: { 'USER.RECORD_ID': { value: 'r' } } }],
    [['params.USER'], { params: { 'USER.RECORD_ID': { value: 'r', completed: true } } }],
    [['transcription.user'], { transcription: [{ user: 'hi' }] }],
    [['transcription'], { transcription: whole.transcription }],
    [['request_ids'], { request_ids: ['1', '2'] }],
    [['params.*.value'], { params: { 'USER.RECORD_ID': { value: 'r' }, name: { value: 'v' } } }],
    [['agent_id', 'id.x', 'statu', 'agent_information.id.deep'], {}],
    [['agent_information.id', 'agent_information'], { agent_information: whole.agent_information }],
    [[], { ...whole, session_start_time: '2026-05-10T12:00:00.000000' }],
  ];
  for (const [paths, kept] of cases)
    it(JSON.stringify(paths), () => {
      const { body } = searched(indexOf(session('a', whole)), { project_fields: paths });
      assert.deepEqual(body.hits, [kept]);
    });

  for (const project_fields of ['id', '"id"', '{}', '[1]', '[null]', '', '["id"'])
    it(`refuses ${project_fields}`, () => {
      const { status, message } = searched(indexOf(session('a')), { project_fields });
      assert.equal(status, 401);
      assert.match(message ?? '', /project_fields/);
    });
});
