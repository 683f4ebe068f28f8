import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { comparisonKey } from '../../../../webview/comparison/comparisonKeys.ts';
import type { ListRow } from '../../../../webview/comparison/comparisonModel.ts';
import { readComparison } from '../../../../webview/comparison/comparisonModel.ts';
import { readComparisonState } from '../../../../webview/comparison/comparisonState.ts';
import { countWords, divergenceWords } from '../../../../webview/comparison/comparisonSummary.ts';
import { signedDuration } from '../../../../webview/comparison/comparisonWords.ts';
import { valueText } from '../../../../webview/comparison/sidesTable.ts';

/** Two paths of nodes, each a letter; an upper-case one fails. */
function model(left: string, right: string, swapped = false) {
  const side = (nodes: string) => ({
    fileName: nodes,
    content: {
      type: 'document' as const,
      partial: false,
      bytes: new TextEncoder().encode(
        JSON.stringify({
          flow_path: [...nodes].map((node) => ({
            node_id: node.toLowerCase(),
            type: 'webhook',
            execution_time: 10,
            response: { code: node === node.toLowerCase() ? 200 : 500 },
          })),
        }),
      ),
    },
  });
  const settings = { timeZone: 'utc', singleKeys: true, masked: false, maskShared: true };
  const content = readComparison({ left: side(left), right: side(right), settings, nodeNames: {} }, swapped);
  assert.ok(content.type === 'model');
  return content.model;
}

describe('the page of a comparison', () => {
  const sentences: [left: string, right: string, says: string][] = [
    ['', '', 'Neither session has a step.'],
    ['', 'a', 'The left session has no step.'],
    ['a', '', 'The right session has no step.'],
    ['a', 'b', 'No node ran in both sessions.'],
    ['ab', 'ab', 'Both ran the same 2 steps. Only times and ids differ.'],
    ['abc', 'abC', 'Same for 2 steps. Step 3 differs: webhook answered 200 at the left and answered 500 at the right.'],
    ['abc', 'axc', 'Same for 1 step. The left goes on with webhook, the right with webhook.'],
    ['a', 'ab', 'Same for 1 step. The left ends, and the right goes on with webhook.'],
    ['ab', 'a', 'Same for 1 step. The right ends, and the left goes on with webhook.'],
    ['xa', 'a', 'Different from the start. The left goes on with webhook, the right with webhook.'],
  ];
  for (const [left, right, says] of sentences) {
    it(`${left || 'nothing'} beside ${right || 'nothing'}: ${says}`, () =>
      assert.equal(divergenceWords(model(left, right)), says));
  }

  it('counts what differs', () => {
    assert.deepEqual(countWords(model('abcd', 'aBxcy')), [
      '1 step only at the left',
      '2 steps only at the right',
      '1 shared step differs',
      'execution time +10 ms',
    ]);
  });

  it('shows each side at the place of the other', () => {
    assert.deepEqual(
      model('ab', 'a', true).rows.map(({ type }) => type),
      ['same', 'onlyRight'],
    );
  });

  it('leaves out what is alike, and says how much', () => {
    const told = ({ differing }: { differing: readonly ListRow[] }) =>
      differing.map((row) => (row.type === 'alike' ? `${row.count} alike from ${row.from}` : row.index)).join(', ');
    assert.equal(told(model('abcdef', 'abCdef')), '2 alike from 0, 2, 3 alike from 3');
    assert.equal(told(model('ab', 'cab')), '0, 2 alike from 1');
    assert.equal(told(model('', '')), '');
  });

  it('signs durations', () => {
    assert.deepEqual([1_200, -300, 0, -0.2].map(signedDuration), ['+1.2 s', '−300 ms', '±0 ms', '±0 ms']);
  });

  it('cuts long values, and shows deep ones', () => {
    assert.match(valueText('x'.repeat(1_000)), /^x{400}… \(1000 characters\)$/u);
    assert.deepEqual(['a', 1, null, { a: [1] }].map(valueText), ['a', '1', 'null', '{"a":[1]}']);
    assert.match(valueText(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))), /^\[{400}… \(200000 characters\)$/u);
    assert.equal(valueText(parseJson('{"b":12.50,"b":1e400}')), '{"b":12.50,"b":1e400}');
  });

  it('takes what was kept only where it makes sense', () => {
    const nothing = { tab: 'steps', row: undefined, onlyDifferences: false, swapped: false, split: 60 };
    assert.deepEqual(readComparisonState({ tab: 'x', row: -1, onlyDifferences: 1, swapped: 'yes' }), nothing);
    assert.deepEqual(readComparisonState(undefined), nothing);
    const kept = { tab: 'tags', row: 4, onlyDifferences: true, swapped: true, split: 40 };
    assert.deepEqual(readComparisonState(kept), kept);
  });

  it('knows its keys, and leaves those with a modifier alone', () => {
    const key = (name: string, ctrlKey = false) => comparisonKey({ key: name, ctrlKey, metaKey: false, altKey: false });
    assert.deepEqual(
      [key('e'), key('2'), key('d', true), key('toString')],
      ['nextDifference', { tab: 'parameters' }, undefined, undefined],
    );
  });
});
