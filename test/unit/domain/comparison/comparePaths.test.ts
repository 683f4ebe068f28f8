import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { blockAt, comparePaths } from '../../../../src/domain/comparison/comparePaths.ts';
import { compareSessions } from '../../../../src/domain/comparison/compareSessions.ts';
import type { Step } from '../../../../src/domain/session/steps.ts';
import { readSteps } from '../../../../src/domain/session/steps.ts';

/** Steps in a little language: `node`, `node/code`, `node:ms`, `node=value of parameter P`, `node{response}`. */
function steps(text: string): readonly Step[] {
  const flow_path = text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [, node, code, ms, value, response] =
        /^(\w+)(?:\/(\d+))?(?::(\d+))?(?:=(\w*))?(?:\{(.*)\})?$/u.exec(word) ?? [];
      return {
        node_id: node,
        type: 'webhook',
        execution_time: ms,
        response: { code: code ?? 200, payload: response === undefined ? '' : `{${response}}` },
        context: value === undefined ? {} : { execution_parameters: [{ name: 'P', value }] },
      };
    });
  return readSteps({ flow_path });
}

/** Rows in a little language: `2-3` side by side, `2-` and `-3` at one side, then what differs. */
function told(left: string, right: string): string {
  return comparePaths(steps(left), steps(right))
    .rows.map((row) => {
      if (row.type === 'onlyLeft') return `${row.left}-`;
      if (row.type === 'onlyRight') return `-${row.right}`;
      const time = row.timeMs === undefined ? '' : `(${row.timeMs})`;
      return `${row.left}-${row.right}${row.differs.length > 0 ? `[${row.differs.join(',')}]` : ''}${time}`;
    })
    .join(' ');
}

describe('two paths', () => {
  const cases: [what: string, left: string, right: string, rows: string][] = [
    ['the same', 'a b c', 'a b c', '0-0 1-1 2-2'],
    ['another way in the middle', 'a b d', 'a c d', '0-0 1- -1 2-2'],
    ['one goes on', 'a', 'a b', '0-0 -1'],
    ['one is empty', '', 'a b', '-0 -1'],
    ['a loop that one went once more', 'a b a b c', 'a b c', '0-0 1-1 2- 3- 4-2'],
    ['another code', 'a b/200', 'a b/502', '0-0 1-1[outcome]'],
    ['retries: what ended alike stands side by side', 'a/502 a/502 a/200 b', 'a/200 b', '0- 1- 2-0 3-1'],
    ['retries at the right', 'a/200 b', 'a/502 a/200 b', '-0 0-1 1-2'],
    ['retries that never ended alike', 'a/502 a/503', 'a/200', '0-0[outcome] 1-'],
    ['times, which are no difference', 'a:100 b:5', 'a:1300 b', '0-0(1200) 1-1'],
    ['payloads', 'a{"n":1}', 'a{"n":2}', '0-0[response]'],
    ['payloads that differ by noise', 'a{"trace_id":1}', 'a{"trace_id":2}', '0-0'],
    ['a parameter, once where it starts', 'a=1 b=1 c=1', 'a=1 b=2 c=2', '0-0 1-1[parameters] 2-2'],
    ['a parameter that differs in another way later', 'a=1 b=3', 'a=2 b=2', '0-0[parameters] 1-1[parameters]'],
  ];
  for (const [what, left, right, rows] of cases) it(what, () => assert.equal(told(left, right), rows));

  it('are gone through by what differs, a block without partners at once', () => {
    const stops = (left: string, right: string) => comparePaths(steps(left), steps(right)).stops;
    assert.deepEqual(stops('a b c d/200', 'a d/502'), [1, 3]);
    assert.deepEqual(stops('a b c d', 'a x y d'), [1]);
    assert.deepEqual(stops('a{"n":1} b c', 'a{"n":2} c d e'), [0, 1, 3]);
    assert.deepEqual(stops('a', 'a'), []);
    const { rows } = comparePaths(steps('a b c d'), steps('a x d'));
    assert.deepEqual(
      [blockAt(rows, 1), blockAt(rows, 0), blockAt(rows, 9)],
      [
        { left: 2, right: 1 },
        { left: 0, right: 0 },
        { left: 0, right: 0 },
      ],
    );
  });

  it('where a document leaves nodes out, are told by type and URL', () => {
    const at = (type: string, url?: string) => ({ type, request: { url } });
    const left = readSteps({ flow_path: [at('speak'), at('webhook', 'https://a.example'), at('speak')] });
    const right = readSteps({ flow_path: [at('speak'), at('webhook', 'https://b.example'), at('speak')] });
    assert.deepEqual(
      comparePaths(left, right).rows.map(({ type }) => type),
      ['same', 'onlyLeft', 'onlyRight', 'same'],
    );
  });

  it('end together, although an end call bears the node of the step before it', () => {
    const path = (last: string) => readSteps({ flow_path: [{ node_id: last }, { node_id: last, type: 'end_call' }] });
    assert.deepEqual(
      comparePaths(path('a'), path('b')).rows.map(({ type }) => type),
      ['onlyLeft', 'onlyRight', 'same'],
    );
  });

  it('do not differ by their own ids, wherever those stand', () => {
    const path = (id: string, text = '') =>
      readSteps({
        flow_path: [
          {
            node_id: 'a',
            request: { payload: JSON.stringify({ key: id, text }), headers: `{"X-Caller": "${id}/1"}` },
            response: { payload: `{"message": "Registered for session_id: ${id}"}` },
            context: { execution_parameters: [{ name: 'WHOSE', value: id }] },
          },
        ],
      });
    const ids = { left: 'session-1', right: 'session-22' };
    const differs = (text: string) => {
      const [row] = comparePaths(path('session-1'), path('session-22', text), ids).rows;
      return row?.type === 'same' && row.differs;
    };
    assert.deepEqual([differs(''), differs('session-1')], [[], ['request']]);
  });

  it('diverge at the first other way or outcome, not where a payload differs', () => {
    const { divergence, differences, onlyLeft, onlyRight } = comparePaths(
      steps('a{"n":1} b c/200 d'),
      steps('a{"n":2} b c/500 e'),
    );
    assert.deepEqual([divergence, differences, onlyLeft, onlyRight], [2, [0, 2, 3, 4], 1, 1]);
    assert.equal(comparePaths(steps('a b'), steps('a b')).divergence, undefined);
  });

  it('hold every step of both once and in order, whatever they are', () => {
    const path = fc.array(
      fc.record(
        {
          node_id: fc.oneof(fc.constantFrom('a', 'b', 'c', 7, null), fc.jsonValue({ maxDepth: 1 })),
          type: fc.constantFrom('speak', 'webhook', null),
          response: fc.oneof(
            fc.record({ code: fc.constantFrom(200, 500, '502'), payload: fc.string() }),
            fc.jsonValue(),
          ),
          context: fc.jsonValue({ maxDepth: 3 }),
          tags: fc.jsonValue({ maxDepth: 2 }),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(path, path, (ours, theirs) => {
        const [left, right] = [readSteps({ flow_path: ours }), readSteps({ flow_path: theirs })];
        const { rows, differences } = comparePaths(left, right);
        assert.deepEqual(
          rows.flatMap((row) => ('left' in row ? [row.left] : [])),
          left.map(({ index }) => index),
        );
        assert.deepEqual(
          rows.flatMap((row) => ('right' in row ? [row.right] : [])),
          right.map(({ index }) => index),
        );
        const back = comparePaths(right, left);
        const pairs = ({ type }: { type: string }) => type === 'same';
        assert.equal(back.rows.filter(pairs).length, rows.filter(pairs).length);
        assert.ok(differences.every((index) => index < rows.length));
      }),
    );
  });
});

describe('two sessions', () => {
  it('say what differs at the end', () => {
    const session = (name: string, count: number, ms: number) => ({
      params_list: [
        { name: 'NAME', value: name },
        { name: 'SESSION_ID', value: name },
        { name: 'SAME', value: 'x' },
      ],
      tags_list: [
        { tag: 'hi', category: 'c', count },
        { tag: 'both', category: 'c' },
      ],
      flow_path: [{ execution_time: ms }, { execution_time: 'fast' }],
    });
    const { left, right, parameters, tags } = compareSessions(session('Bo', 1, 10), session('Ann', 2, 30));
    assert.deepEqual([left.executionMs, right.executionMs], [10, 30]);
    assert.deepEqual(parameters, [
      { name: 'NAME', left: 'Bo', right: 'Ann', noise: undefined },
      { name: 'SESSION_ID', left: 'Bo', right: 'Ann', noise: 'ownId' },
    ]);
    assert.deepEqual(
      tags.map(({ tag, left: ours, right: theirs }) => [tag.tag, ours, theirs]),
      [['hi', '1', '2']],
    );
  });

  it('compare whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        assert.ok(compareSessions(left, right).paths.rows.length >= 0);
      }),
    );
    assert.equal(compareSessions(undefined, {}).left.executionMs, undefined);
  });
});
