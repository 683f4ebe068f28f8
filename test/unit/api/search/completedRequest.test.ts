import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completedRequest } from '../../../../src/api/search/completedRequest.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import { listFields } from '../../../../src/domain/query/request.ts';

const request = { sortBy: [{ field: 'source', direction: 'asc' }], pageSize: 50 } as unknown as SearchRequest;

describe('a request as it is sent', () => {
  it('has a tiebreaker, and the fields that decide the order', () => {
    const sent = completedRequest({ ...request, projectFields: ['language'] });
    assert.deepEqual(sent.sortBy, [...request.sortBy, { field: 'id', direction: 'asc' }]);
    assert.deepEqual(sent.projectFields, ['language', 'source', 'id']);
    assert.equal(sent.pageSize, 50);
  });

  it('keeps the order that sorts by id itself', () => {
    const sortBy = [{ field: 'id', direction: 'desc' }] as const;
    assert.equal(completedRequest({ ...request, sortBy }).sortBy, sortBy);
  });

  it('brings what lists show where it names no fields', () => {
    for (const projectFields of [undefined, []]) {
      const sent = completedRequest({ ...request, ...(projectFields ? { projectFields } : {}) }, ['needed', 'id']);
      assert.deepEqual(sent.projectFields, [...new Set(['needed', 'id', ...listFields, 'source'])]);
    }
  });
});
