import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellWords, zonedText } from '../../../../webview/results/model/cellWords.ts';

const hour = 3_600_000;
const words = cellWords((ms) => (ms < Date.parse('2026-03-29T01:00:00Z') ? hour : 2 * hour));
const inColumn = (path: string, kind: 'date' | 'number' | 'id') => (text: string) => words({ path, kind }, text);

describe('what stands in a cell', () => {
  it('is the time that the clock of its day shows', () => {
    const start = inColumn('session_start_time', 'date');
    assert.equal(start('2026-03-28T10:00:00.123'), '2026-03-28 11:00:00');
    assert.equal(start('2026-03-30T23:30:05'), '2026-03-31 01:30:05');
    assert.deepEqual(['soon', ''].map(start), ['soon', '']);
    assert.equal(zonedText(Number.NaN, 0), '');
  });

  it('is the outcome of a code that is known', () => {
    const outcome = inColumn('channel_data.status_code', 'number');
    assert.deepEqual(
      ['0', '100', '200', '300', 'odd'].map((code) => outcome(code) !== code),
      [true, true, true, false, false],
    );
  });

  it('is a duration as people say it, and what is none as it is', () => {
    const duration = inColumn('channel_data.duration', 'number');
    assert.deepEqual(['500', '61000', 'long'].map(duration), ['500 ms', '1 min 01 s', 'long']);
  });

  it('is any other text as it is', () => {
    assert.deepEqual(['0', '2026-03-28T10:00:00'].map(inColumn('source', 'id')), ['0', '2026-03-28T10:00:00']);
  });
});
