import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStoredFilter } from '../../../../src/domain/analysis/storedFilter.ts';
import { indexOf, searched, session } from '../../emulator/search/support.ts';

const now = new Date('2026-05-20T12:00:00Z');
const kept = [
  session('plain'),
  session('spoken', { transcription: [{ user: 'Shut up, please' }, { agent: 'Pardon?' }], source: '447700900123' }),
  session('failed', {
    flow_path: [{ type: 'webhook', response: { code: 500 } }, { type: 'speak' }],
    channel_data: { duration: 30 },
    agent_information: { name: 'Front Desk' },
  }),
  session('tagged', {
    flow_data: { collected_tags: [{ tag: 'booked', category: 'result' }] },
    params: { city: { value: 'Oslo' } },
    agent_information: { name: 'front desk' },
  }),
];

const filters: readonly (readonly [why: string, filter: object])[] = [
  ['nothing', {}],
  ['an ID field, whole', { must: [{ term: { 'agent_information.name': 'Front Desk' } }] }],
  ['words, in any case', { must: [{ match: { 'transcription.user': 'SHUT' } }] }],
  ['words as a term', { must: [{ term: { 'transcription.user': 'shut' } }] }],
  ['words with capitals as a term', { must: [{ term: { 'transcription.user': 'Shut' } }] }],
  ['match on an ID field', { must: [{ match: { 'agent_information.name': 'Front Desk' } }] }],
  ['numbers as texts', { must: [{ term: { 'flow_path.response.code': '500' } }] }],
  ['one of several', { should: [{ term: { source: '447700900123' } }, { term: { 'channel_data.duration': 30 } }] }],
  [
    'one of several beside what must be',
    { must: [{ term: { id: 'plain' } }], should: [{ term: { source: '447700900123' } }] },
  ],
  ['none', { must_not: [{ term: { 'flow_path.type': 'webhook' } }] }],
  ['a field that nobody has', { must: [{ term: { 'no.such': 'field' } }] }],
  ['none of a field that nobody has', { must_not: [{ term: { 'no.such': 'field' } }] }],
  ['a parameter by the name of the examples', { must: [{ term: { 'parameters.city': 'Oslo' } }] }],
  ['bool within', { must: [{ bool: { must_not: [{ term: { id: 'plain' } }] } }] }],
  ['operands as objects', { must: [{ match: { 'transcription.user': { query: 'shut please', operator: 'and' } } }] }],
];

describe('a filter of sessions that were kept', () => {
  const index = indexOf(...kept);
  for (const [why, filter] of filters) {
    it(`finds what the service finds by ${why}`, () => {
      const { ids } = searched(index, { filter_by: filter });
      const isFound = readStoredFilter(filter, now);
      assert.deepEqual(
        kept
          .filter(isFound)
          .map(({ id }) => String(id))
          .sort(),
        [...ids].sort(),
      );
    });
  }

  it('keeps all where there is none', () => {
    assert.equal(kept.filter(readStoredFilter(undefined, now)).length, kept.length);
  });
});
