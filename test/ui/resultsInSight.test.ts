import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';

describe('what a run found, in a view that is too low for all of it', () => {
  const test = windowTest({
    size: { width: 1200, height: 560 },
    files: {
      'zz-last.insights.json': '{ "name": "Last of all", "connection": "sample", "from_date": "now-30d/d" }',
    },
  });

  test('stands below its query, which stands at the top', async (w) => {
    await w.showContainer('Insights');
    await run(w, 'zz-last.insights.json');
    await w.treeRow(/^Query, Last of all, \d+ of /u).waitFor();
    const inSight = async (): Promise<number> => {
      const rows = await w.treeRows();
      const query = rows.findIndex((row) => row.startsWith('Last of all'));
      return query < 0 ? 0 : rows.length - query - 1;
    };
    await w.eventually('several of its rows are in sight', async () => (await inSight()) >= 5);
    assert.ok((await inSight()) >= 5);
  });
});
