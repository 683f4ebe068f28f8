import assert from 'node:assert/strict';
import { it } from 'node:test';
import { queryOfUrl } from '../../../../../src/domain/query/pasted/addressQuery.ts';
import { findUrl } from '../../../../../src/domain/query/pasted/findUrl.ts';

const filter = { must: [{ term: { status: 'ended' } }] };
const json = JSON.stringify(filter);
const cases: readonly (readonly [parameters: string, query: unknown])[] = [
  ['', {}],
  ['other=1', {}],
  ['from_date=2026-06-01&to_date=now', { from_date: '2026-06-01', to_date: 'now' }],
  ['FROM_DATE=2026-06-01', { from_date: '2026-06-01' }],
  ['from_date=2026-06-01T10%3A00%3A00', { from_date: '2026-06-01T10:00:00' }],
  ['from_date=2026-06-01T10:00:00%2B02:00', { from_date: '2026-06-01T10:00:00+02:00' }],
  ['from_date=2026-06-01T10:00:00+02:00', { from_date: '2026-06-01T10:00:00+02:00' }],
  ['from_date="2026-06-01")', { from_date: '2026-06-01' }],
  ['from_date=now+1d', { from_date: 'now+1d' }],
  ['from_date=<date>', { from_date: '<date' }],
  ['page_number=2&page_size=20x', { page_number: 2, page_size: 20 }],
  ['page_size=many', { page_size: 0 }],
  ['sort_by=status:asc,source:desc', { sort_by: ['status:asc', 'source:desc'] }],
  ['sort_by=["status:asc","source:desc"]', { sort_by: ['status:asc', 'source:desc'] }],
  ['sort_by=', { sort_by: [] }],
  ['project_fields=["source", "status"]', { project_fields: ['source', 'status'] }],
  ['project_fields=', { project_fields: [] }],
  ['project_fields=source&page_size=3&project_fields=status', { project_fields: ['source', 'status'], page_size: 3 }],
  ['project_fields[]=source&project_fields[]=status', { project_fields: ['source', 'status'] }],
  ['project_fields%5B0%5D=source&project_fields%5B1%5D=status', { project_fields: ['source', 'status'] }],
  ['sort_by=status:asc&sort_by=source:desc', { sort_by: ['status:asc', 'source:desc'] }],
  [`filter_by=${json}`, { filter_by: filter }],
  [`filter_by=${encodeURIComponent(json)}`, { filter_by: filter }],
  [`filter_by=${encodeURIComponent(encodeURIComponent(json))}`, { filter_by: filter }],
  [`filter_by=${json.replaceAll('"', "'")}`, { filter_by: filter }],
  [`filter_by=${json})."`, { filter_by: filter }],
  ['filter_by=', {}],
  ['filter_by= &page_size=3', { page_size: 3 }],
  ['filter_by={"must":', undefined],
  ['filter_by=7', undefined],
  // What parts parameters, and what does not.
  [`filter_by=${json}&page_size=3`, { filter_by: filter, page_size: 3 }],
  ['page_size=3&amp;page_number=1', { page_size: 3, page_number: 1 }],
  ['page_size=3^&page_number=1', { page_size: 3, page_number: 1 }],
  ['page_size=3\\u0026page_number=1', { page_size: 3, page_number: 1 }],
  ['page_size=3\\&page_number=1', { page_size: 3, page_number: 1 }],
  ['page_size=3#page_number=1', { page_size: 3 }],
  [
    'filter_by={"must":[{"term":{"source":"a&page_size=3"}}]}',
    { filter_by: { must: [{ term: { source: 'a&page_size=3' } }] } },
  ],
  [
    'filter_by={"must":[{"term":{"source":"}#\\"&x=1"}}]}&page_size=3',
    { filter_by: { must: [{ term: { source: '}#"&x=1' } }] }, page_size: 3 },
  ],
  ['filter_by=%7B%22must%22%3A%5B%5D%7D&page_size=3', { filter_by: { must: [] }, page_size: 3 }],
];
for (const [parameters, query] of cases)
  it(`reads what an address asks: ${parameters}`, () =>
    assert.deepEqual(queryOfUrl(`https://a.example/insights/sessions?${parameters}`), query));

it('finds an address that ends with the value of a list', () => {
  const asked = 'https://a.example/insights/sessions?project_fields[]=source&project_fields[]=status';
  assert.equal(findUrl(`curl -g ${asked} -H x`), asked);
});

it('finds an address among any number of empty lines, and its parameters on lines of their own', () => {
  const lines = '\n'.repeat(200_000);
  const written = `${lines}https://a.example/insights/sessions\n  ?page_size=3\r\n  &page_number=1${lines}`;
  assert.equal(findUrl(written), 'https://a.example/insights/sessions?page_size=3&page_number=1');
});
