import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  differingAspects,
  parameterDifferences,
  payloadDifferences,
  sameOutcome,
  tagDifferences,
} from '../../../../src/domain/comparison/compareSteps.ts';
import type { Step } from '../../../../src/domain/session/steps.ts';
import { readSteps } from '../../../../src/domain/session/steps.ts';

const ids = { left: 'session-one', right: 'session-two' };

function step(fields: object): Step {
  const [read] = readSteps({ flow_path: [{ type: 'webhook', node_id: 'n', ...fields }] });
  assert.ok(read);
  return read;
}

describe('two runs of a node', () => {
  const differ: [what: string, left: object, right: object, aspects: string[]][] = [
    ['alike', { response: { code: 200 } }, { response: { code: 200 } }, []],
    ['another code of two that failed', { response: { code: 502 } }, { response: { code: 503 } }, ['outcome']],
    ['another code of two that did not', { response: { code: 200 } }, { response: { code: 204 } }, ['outcome']],
    ['what the caller said', { context: { user_input: 'yes' } }, { context: { user_input: 'no' } }, ['said']],
    ['what the agent said', { context: { output: 'Hello' } }, { context: { output: 'Good day' } }, ['said']],
    ['the method', { request: { verb: 'GET' } }, { request: { verb: 'PUT' } }, ['request']],
    [
      'the address',
      { request: { url: 'https://a.example/1' } },
      { request: { url: 'https://a.example/2' } },
      ['request'],
    ],
    ['the body that was sent', { request: { payload: '{"n":1}' } }, { request: { payload: '{"n":2}' } }, ['request']],
    ['a header', { request: { headers: { Mode: 'a' } } }, { request: { headers: { Mode: 'b' } } }, ['request']],
    [
      'the answer',
      { response: { code: 200, payload: '{"n":1}' } },
      { response: { code: 200, payload: '{"n":2}' } },
      ['response'],
    ],
    ['a tag', tagged(['a']), tagged(['b']), ['tags']],
    ['a tag of another category', tagged(['a', 'one']), tagged(['a', 'two']), ['tags']],
    ['the order of tags', tagged(['a'], ['b']), tagged(['b'], ['a']), []],
    ['tags whose names hold what stands between them', tagged(['a\n\nb']), tagged(['a'], ['b']), ['tags']],
    [
      'only their own ids',
      { request: { payload: `{"call":"${ids.left}"}` } },
      { request: { payload: `{"call":"${ids.right}"}` } },
      [],
    ],
    ['no body and an empty one', { response: { code: 200, payload: '' } }, { response: { code: 200 } }, []],
    [
      'everything',
      {
        context: { user_input: 'yes' },
        request: { verb: 'GET' },
        response: { code: 200, payload: '{"n":1}' },
        ...tagged(['a']),
      },
      {
        context: { user_input: 'no' },
        request: { verb: 'PUT' },
        response: { code: 500, payload: '{"n":2}' },
        ...tagged(['b']),
      },
      ['outcome', 'said', 'request', 'response', 'tags'],
    ],
  ];
  for (const [what, left, right, aspects] of differ) {
    it(`differ in nothing else: ${what}`, () => {
      assert.deepEqual(differingAspects(step(left), step(right), ids), aspects);
      assert.deepEqual(differingAspects(step(right), step(left), { left: ids.right, right: ids.left }), aspects);
    });
  }

  it('never differ in parameters, which go from step to step', () => {
    const holding = (value: string) => step({ context: { execution_parameters: [{ name: 'city', value }] } });
    assert.deepEqual(differingAspects(holding('Haifa'), holding('London'), ids), []);
  });

  it('ended alike when code and problem are the same, and only then', () => {
    const [ok, refused, silent, alsoSilent] = [
      { response: { code: 200 } },
      { response: { code: 502 } },
      {},
      { response: {} },
    ].map(step);
    assert.ok(ok && refused && silent && alsoSilent);
    assert.equal(sameOutcome(ok, refused), false);
    assert.equal(sameOutcome(silent, alsoSilent), true);
    assert.equal(sameOutcome({ ...ok, problem: 'timedOut' }, ok), false);
  });
});

describe('what differs, told one by one', () => {
  it('parameters, as each stands last, and whether that is noise', () => {
    const of = (...pairs: [name: string, value: string][]) => pairs.map(([name, value]) => ({ name, value }));
    assert.deepEqual(
      parameterDifferences(
        of(['city', 'Haifa'], ['city', 'London'], ['only_left', '1'], ['same', 'x'], ['call', ids.left]),
        of(['city', 'Paris'], ['same', 'x'], ['call', ids.right], ['only_right', '2']),
        ids,
      ).map(({ name, left, right, noise }) => [name, left, right, noise]),
      [
        ['city', 'London', 'Paris', undefined],
        ['only_left', '1', undefined, undefined],
        ['call', ids.left, ids.right, 'ownId'],
        ['only_right', undefined, '2', undefined],
      ],
    );
  });

  it('tags that one side has, or has more often', () => {
    assert.deepEqual(
      tagDifferences(
        [{ tag: 'a' }, { tag: 'b', count: 2 }, { tag: 'c', category: 'one' }],
        [
          { tag: 'a', count: 1 },
          { tag: 'b', count: 3 },
          { tag: 'c', category: 'two' },
        ],
      ),
      [
        { tag: { tag: 'b', count: 3 }, left: '2', right: '3' },
        { tag: { tag: 'c', category: 'one' }, left: '1', right: undefined },
        { tag: { tag: 'c', category: 'two' }, left: undefined, right: '1' },
      ],
    );
  });

  it('payloads: as JSON where both are, as a whole otherwise', () => {
    const differences = (left: unknown, right: unknown) => [...payloadDifferences(left, right, ids)].length;
    assert.equal(differences('{"a":1,"b":2}', '{"a":2,"b":3}'), 2);
    assert.equal(differences('plain', '{"a":2}'), 1);
    assert.equal(differences('plain', 'plain'), 0);
    assert.equal(differences('', null), 0);
    assert.equal(differences('', 'x'), 1);
  });
});

function tagged(...tags: (readonly [tag: string, category?: string])[]): object {
  return { tags: tags.map(([tag, category]) => ({ tag, category })) };
}
