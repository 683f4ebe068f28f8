import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import { lookupQuery } from '../../../../src/domain/find/lookupQuery.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import { findRunProblems } from '../../../../src/domain/query/problems/runProblems.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';

const asked = (text: string) => {
  const { filter_by, refine } = lookupQuery(readLookup(text));
  return { filter_by, ...(refine ? { refine } : {}) };
};
const term = (field: string, value: unknown) => ({ term: { [field]: value } });
const spelled = (digits: string) =>
  ['source', 'destination'].flatMap((field) => [digits, `+${digits}`, `00${digits}`].map((text) => term(field, text)));

describe('a lookup as a query', () => {
  it('asks for a number as caller or called, in each spelling', () => {
    assert.deepEqual(asked('+44 7700 900123'), { filter_by: { should: spelled('447700900123') } });
  });

  it('decides here what a second number must be', () => {
    assert.deepEqual(asked('+447700900123 +447700900124'), {
      filter_by: { should: spelled('447700900123') },
      refine: { must: [{ bool: { should: spelled('447700900124') } }] },
    });
  });

  it('asks for all of several words, which one match would not', () => {
    const must = [{ match: { 'transcription.user': 'shut' } }, { match: { 'transcription.user': 'up' } }];
    assert.deepEqual(asked('shut up'), { filter_by: { must } });
    assert.deepEqual(asked('"shut up"'), {
      filter_by: { must },
      refine: { must: [{ match_phrase: { 'transcription.user': 'shut up' } }] },
    });
    assert.deepEqual(asked('"shut  up"'), {
      filter_by: { must },
      refine: { must: [{ match_phrase: { 'transcription.user': 'shut  up' } }] },
    });
  });

  it('asks for a parameter and its value, and holds them together here', () => {
    const must = [term('params_list.name', 'order'), term('params_list.value', '17')];
    assert.deepEqual(asked('order=17'), {
      filter_by: { must },
      refine: { must: [{ nested: { path: 'params_list', query: { bool: { must } } } }] },
    });
  });

  it('asks for tags, agents, nodes and codes as they are written', () => {
    assert.deepEqual(asked('#refund @Marlow node:n1 code:500'), {
      filter_by: {
        must: [
          term('tags_list.tag', 'refund'),
          term('agent_information.name', 'Marlow'),
          term('flow_path.node_id', 'n1'),
          term('flow_path.response.code', 500),
        ],
      },
    });
  });

  it('asks for what is known of a part, and of several for any', () => {
    const known = () => ['Marlow Coffee', 'Marlow Tea', 'marlow', 'Other'];
    const filter = (text: string) => lookupQuery(readLookup(text), known).filter_by;
    assert.deepEqual(filter('@coffee'), { must: [term('agent_information.name', 'Marlow Coffee')] });
    assert.deepEqual(filter('@marlow'), { must: [term('agent_information.name', 'marlow')] });
    assert.deepEqual(filter('@MARLOW'), {
      should: ['Marlow Coffee', 'Marlow Tea', 'marlow'].map((name) => term('agent_information.name', name)),
    });
    assert.deepEqual(filter('#unknown'), { must: [term('tags_list.tag', 'unknown')] });
  });

  it('is a query that runs as a file, whatever was typed', () => {
    for (const text of [
      '',
      '#refund 2d',
      '"a b" c=d code:500',
      '+447700900123 770',
      'yesterday',
      'node:"x y" 8ae433e8',
    ]) {
      const query = lookupQuery(readLookup(text));
      const now = new Date('2026-11-30T12:00:00Z');
      assert.deepEqual(findRunProblems(parseQuery(JSON.stringify(query)), { now }), []);
      assert.deepEqual(readRefinement(query.refine ?? {}, now).problems, []);
    }
  });
});
