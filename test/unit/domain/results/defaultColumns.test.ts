import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf, defaultColumns } from '../../../../src/domain/results/rows/defaultColumns.ts';

describe('the columns of a query', () => {
  it('are the fields that it names, each once and in its order', () => {
    assert.deepEqual(columnsOf(['status', 'source', 'status']), ['status', 'source']);
  });

  it('are what everybody asks first where it names none', () => {
    assert.equal(columnsOf([]), defaultColumns);
    assert.equal(new Set(defaultColumns).size, defaultColumns.length);
    assert.ok(defaultColumns.includes('source') && defaultColumns[0] === 'session_start_time');
  });
});
