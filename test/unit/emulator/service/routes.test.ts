import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asked, indexOf, searched, session, targetOf } from '../search/support.ts';

const made = () =>
  indexOf(
    session('one', { session_start_time: '2026-05-10T00:00:00.000000' }),
    session('late', { session_start_time: '2026-05-10T23:59:59.999999' }),
    session('with space/slash', { session_start_time: '2026-05-11T12:00:00' }),
    session('timeless', { session_start_time: null }),
  );

describe('routes', () => {
  const cases: [request: string, status: number, id?: string][] = [
    ['GET /insights/sessions/one?session_start_time=2026-05-10', 200, 'one'],
    ['GET /insights/sessions/one?session_start_time=2026-05-10T23:59:59.999', 200, 'one'],
    ['GET /insights/sessions/one?session_start_time=2026-05-11T01:00:00%2B02:00', 200, 'one'],
    ['GET /insights/sessions/one?session_start_time=2026-05-09', 404],
    ['GET /insights/sessions/one?session_start_time=2026-05-11', 404],
    ['GET /insights/sessions/late?session_start_time=2026-05-10', 200, 'late'],
    ['GET /insights/sessions/late?session_start_time=2026-05-11', 404],
    ['GET /insights/sessions/one/parameters?session_start_time=2026-05-10', 200, 'one'],
    ['GET /insights/sessions/one/parameters?session_start_time=2026-05-12', 404],
    ['GET /insights/sessions/search/one', 200, 'one'],
    ['GET /insights/sessions/search/timeless', 200, 'timeless'],
    ['GET /insights/sessions/search/two', 404],
    ['GET /insights/sessions/One?session_start_time=2026-05-10', 404],
    ['GET /insights/sessions/timeless?session_start_time=2026-05-10', 404],
    ['GET /insights/sessions/with%20space%2Fslash?session_start_time=2026-05-11', 200, 'with space/slash'],
    ['GET /insights/sessions/search/with%20space%2Fslash', 200, 'with space/slash'],
    ['GET /insights/sessions/one', 401],
    ['GET /insights/sessions/one?session_start_time=', 401],
    ['GET /insights/sessions/one?session_start_time=2026-05', 401],
    ['GET /insights/sessions/one?session_start_time=today', 401],
    ['GET /insights/sessions/one?session_start_time=2026-05-10&session_start_time=2026-05-10', 401],
    ['DELETE /insights/sessions/one', 401],
    ['DELETE /insights/sessions/one?session_start_time=2026-05-11', 404],
    ['DELETE /insights/sessions/two?session_start_time=2026-05-10', 404],
    ['GET /insights/sessions/%zz?session_start_time=2026-05-10', 401],
    ['GET /', 404],
    ['GET /insights', 404],
    ['GET /insights/sessions/', 404],
    ['GET /insights/sessions/one/', 404],
    ['GET /insights/sessions/one/transcription', 404],
    ['GET /insights/sessions/search/one/more', 404],
    ['POST /insights/sessions', 405],
    ['DELETE /insights/sessions', 405],
    ['DELETE /insights/sessions/search/one', 405],
    ['GET /insights/sessions', 401],
    ['GET /insights/sessions?from_date=2026-05-01', 401],
    ['GET /insights/sessions?from_date=2026-05-01&from_date=2026-05-02&to_date=2026-05-03', 401],
    ['GET /insights/sessions?from_date=2026-05-01&to_date=2026-05-03&unknown=1', 200],
  ];
  for (const [request, status, id] of cases)
    it(`${request}: ${status}`, () => {
      const [method = '', target = ''] = request.split(/ (.*)/);
      const { status: given, body } = asked(made(), target, method);
      assert.equal(given, status);
      if (id !== undefined) assert.equal(body.id, id);
      if (status !== 200) assert.equal(typeof body.message, 'string');
    });

  it('deletes until it is started anew', () => {
    const index = made();
    const target = '/insights/sessions/one?session_start_time=2026-05-10';
    assert.deepEqual(searched(index).ids, ['one', 'late', 'with space/slash']);
    assert.equal(asked(index, target, 'DELETE').status, 200);
    assert.deepEqual(searched(index).ids, ['late', 'with space/slash']);
    assert.deepEqual(searched(index, { filter_by: { must_not: [{ term: { status: 'x' } }] } }).ids, [
      'late',
      'with space/slash',
    ]);
    assert.equal(asked(index, target).status, 404);
    assert.equal(asked(index, '/insights/sessions/search/one').status, 404);
    assert.equal(asked(index, target, 'DELETE').status, 404);
  });

  it('answers a search with what the documentation shows', () => {
    const { body } = asked(made(), targetOf({ from_date: '2026-05-11', to_date: '2026-05-11' }));
    assert.deepEqual(body, {
      total: 1,
      hits: [{ id: 'with space/slash', session_start_time: '2026-05-11T12:00:00' }],
      page_size: '10',
      page_number: '0',
    });
  });

  it('answers raw braces with nothing', () => {
    const raw = '/insights/sessions?from_date=2026-05-01&to_date=2026-05-31&page_size=5&filter_by={%22must%22:[]}';
    assert.deepEqual(asked(made(), raw).body, { total: 0, hits: [], page_size: '5', page_number: '0' });
    assert.equal(asked(made(), raw.replace('{', '%7B').replace('}', '%7D')).body.total, 3);
  });
});
