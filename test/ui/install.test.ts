import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { windowTest } from './support/windowTest.ts';

describe('the packaged extension in a clean VS Code', () => {
  const test = windowTest();

  test('adds its container to the activity bar', async (workbench) => {
    await workbench.showContainer('Insights');
    assert.deepEqual(workbench.pageErrors(), []);
  });
});
