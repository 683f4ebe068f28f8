import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendChunk, NumberColumn, newColumn, TextColumn } from '../../../../src/domain/results/store/columns.ts';
import { ColumnWriter } from '../../../../src/domain/results/store/columnWriter.ts';

describe('columns', () => {
  it('send each text once, however many pieces and rows have it', () => {
    const writer = new ColumnWriter<string | undefined>({ type: 'texts', read: (text) => text });
    const first = writer.write(['a', 'b', 'a', undefined]);
    const second = writer.write(['b', '', 'c']);
    assert.deepEqual(first, { type: 'texts', added: ['a', 'b'], codes: Uint32Array.of(1, 2, 1, 0) });
    assert.deepEqual(second, { type: 'texts', added: ['c'], codes: Uint32Array.of(2, 0, 3) });
    const column = newColumn(first);
    appendChunk(column, first);
    appendChunk(column, second);
    assert.ok(column instanceof TextColumn);
    assert.deepEqual(
      [0, 3, 4, 6, 7].map((row) => column.at(row)),
      ['a', '', 'b', 'c', undefined],
    );
  });

  it('hold more rows than they were made for', () => {
    const column = new NumberColumn();
    for (let piece = 0; piece < 5; piece += 1) {
      column.append({ type: 'numbers', values: Float64Array.from({ length: 1000 }, (_, at) => piece * 1000 + at) });
    }
    assert.equal(column.length, 5000);
    assert.deepEqual([column.at(0), column.at(4999), column.at(5000)], [0, 4999, Number.NaN]);
  });

  it('leave a piece of another type alone', () => {
    const column = new NumberColumn();
    appendChunk(column, { type: 'texts', added: [], codes: Uint32Array.of(0) });
    assert.equal(column.length, 0);
  });
});
