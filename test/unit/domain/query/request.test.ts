import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { InsightsQuery } from '../../../../src/domain/query/query.ts';
import {
  encodeParameters,
  RequestError,
  searchParameters,
  toCurl,
  toSearchRequest,
} from '../../../../src/domain/query/request.ts';

const now = new Date('2026-11-23T10:30:00Z');

function parametersOf(query: InsightsQuery): Record<string, string> {
  const request = toSearchRequest(query, now);
  return Object.fromEntries(searchParameters(request, request.range, request.pageNumber));
}

describe('the request of a query', () => {
  it('holds nothing of what is decided here, but the fields that it takes', () => {
    const here = {
      refine: { must: [{ range: { 'flow_path.execution_time': { gt: 2000 } } }] },
      aggs: { a: { terms: { field: 'id' } } },
      expect: [{ total: { gt: 0 } }],
    };
    const { project_fields: fields, ...parameters } = parametersOf(here);
    const { project_fields: plain, ...others } = parametersOf({});
    assert.deepEqual(parameters, others);
    assert.deepEqual(JSON.parse(fields ?? ''), [...JSON.parse(plain ?? ''), 'flow_path.execution_time']);
    assert.deepEqual(JSON.parse(parametersOf({ ...here, project_fields: ['source'] }).project_fields ?? ''), [
      'id',
      'session_start_time',
      'source',
      'flow_path.execution_time',
    ]);
    // What sessions are refined by is no column.
    assert.deepEqual(toSearchRequest({ ...here, project_fields: ['source'] }, now).columns, ['source']);
    assert.equal(toSearchRequest(here, now).columns, undefined);
  });

  it('has defaults for everything', () => {
    const { project_fields: fields, ...rest } = parametersOf({});
    assert.deepEqual(rest, {
      from_date: '2026-11-16T10:30:00',
      to_date: '2026-11-23T10:30:00',
      page_number: '0',
      page_size: '50',
      sort_by: 'session_start_time:desc,id:asc',
    });
    assert.ok(fields?.includes('"agent_information"') && !fields.includes('flow_path'));
  });

  const sorts: [InsightsQuery['sort_by'], string][] = [
    ['session_start_time:desc,agent_information.id:asc', 'session_start_time:desc,agent_information.id:asc,id:asc'],
    [['status'], 'status:asc,id:asc'],
    [['id:desc'], 'id:desc'],
    ['', 'session_start_time:desc,id:asc'],
  ];
  for (const [sort, sent] of sorts) {
    it(`sort ${JSON.stringify(sort)}`, () =>
      assert.equal(parametersOf(sort === undefined ? {} : { sort_by: sort }).sort_by, sent));
  }

  it('always retrieves what opens a session', () => {
    const sent = '["id","session_start_time","agent_information","flow_data"]';
    assert.equal(parametersOf({ project_fields: ['agent_information', 'flow_data', 'id'] }).project_fields, sent);
    assert.equal(parametersOf({ project_fields: '["agent_information","flow_data"]' }).project_fields, sent);
  });

  it('throws a coded error for dates that make no range', () => {
    assert.throws(
      () => toSearchRequest({ from_date: '2026-02-30' }, now),
      (error) => error instanceof RequestError && error.problem.code === 'impossibleDate',
    );
  });

  it('encodes as URLSearchParams does', () => {
    const pairs = [['a b', '{"x": \'é!~*()+&=%\'}\ud800']] as const;
    assert.equal(encodeParameters(pairs), new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString());
  });

  it('makes a command that a shell reads as one address, without a key', () => {
    const request = toSearchRequest(
      { filter_by: { must: [{ match: { 'transcription.user': "it's $HOME `x`" } }] } },
      now,
    );
    const command = toCurl("https://x.example/o'k/", request).replace(/^curl/, 'printf "%s\\n"');
    const [, , header, url] = execFileSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { INSIGHTS_API_KEY: 'k' },
    }).split('\n');
    assert.equal(header, 'X-Vgai-Key: k');
    const asked = new URL(url ?? '');
    assert.equal(asked.origin + asked.pathname, "https://x.example/o'k/insights/sessions");
    assert.equal(asked.searchParams.get('filter_by'), JSON.stringify(request.filterBy));
  });
});
