import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { siblingNames } from '../../../../src/viewer/session/siblingNames.ts';

describe('session documents of a folder', () => {
  it('stand in the order in which people number them, without other files', () => {
    const names = ['call-10', 'call-9', 'Call-1', 'call-1'].map((name) => `${name}.insights-session.json`);
    assert.deepEqual(
      siblingNames([...names, 'a.insights.json', 'README.md']).map((name) => name.split('.')[0]),
      ['call-1', 'Call-1', 'call-9', 'call-10'],
    );
  });
});
