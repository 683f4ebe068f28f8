import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aggregationQuery } from '../../../src/archive/asking/aggregations/aggregationQuery.ts';

const ask = (type: string, body: object) =>
  aggregationQuery({ a: { [type]: body } }, { now: new Date('2026-11-20T12:00:00Z'), long: new Set() });

const bodyOf = (type: string, body: object): unknown => ask(type, body)?.body;
const byDay = { field: 'session_start_time', calendar_interval: 'day', time_zone: 'Europe/Berlin' };

describe('what an archive is asked of buckets', () => {
  it('is a list of them, which becomes an object here where they are keyed', () => {
    const asked = ask('histogram', { field: 'channel_data.duration', interval: 10, keyed: true });
    assert.deepEqual(asked?.body, { a: { histogram: { field: 'channel_data.duration', interval: 10 } } });
    assert.deepEqual(asked.read({ a: { buckets: [{ key: 10, doc_count: 2 }] } }), {
      a: { buckets: { '10.0': { key: 10, doc_count: 2 } } },
    });
  });

  it('is bounds and formats as they are written', () => {
    const body = { ...byDay, format: 'yyyy-MM-dd', extended_bounds: { min: '2026-11-01', max: 1795000000000 } };
    assert.deepEqual(bodyOf('date_histogram', body), { a: { date_histogram: body } });
  });

  it('is nothing where its own clock would count', () => {
    assert.equal(ask('date_histogram', { ...byDay, extended_bounds: { min: 'now-7d/d' } }), undefined);
    assert.equal(ask('date_histogram', { ...byDay, hard_bounds: { max: 'now' } }), undefined);
  });

  it('is the values of terms that are included, of texts and numbers', () => {
    const { terms } = (
      bodyOf('terms', { field: 'channel', include: 'voice', exclude: ['sms'] }) as { a: { terms: object } }
    ).a;
    assert.deepEqual(terms, {
      ...{ field: 'channel', size: 2000, shard_size: 2000, min_doc_count: 1 },
      ...{ include: ['voice'], exclude: ['sms'] },
    });
    assert.equal(ask('terms', { field: 'session_start_time', include: ['2026-11-20'] }), undefined);
  });

  it('says beside each bucket that no count is wrong, where that is asked', () => {
    const asked = ask('terms', { field: 'channel', show_term_doc_count_error: true, shard_size: 50 });
    const answer = { a: { sum_other_doc_count: 0, buckets: [{ key: 'voice', doc_count: 3 }] } };
    assert.deepEqual(asked?.read(answer), {
      a: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: [{ key: 'voice', doc_count_error_upper_bound: 0, doc_count: 3 }],
      },
    });
  });
});
