import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { SearchedCluster } from '../unit/archive/searchedCluster.ts';
import { toFacet } from './support/facets.ts';
import { run } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';

const file = 'archived.insights.json';

describe('the results of a query on an archive, by keys alone', () => {
  let cluster: SearchedCluster;
  /** How many there are of each agent, and in all: the archive's, whatever of them is loaded. */
  const agents = new Map<string, number>();
  let all = 0;
  before(async () => {
    const sessions = sampleSessions(new Date('2026-05-01T12:00:00Z')).slice(-400);
    all = sessions.length;
    for (const { agent_information: agent } of sessions) {
      const name = String((agent as { readonly name?: unknown } | undefined)?.name);
      agents.set(name, (agents.get(name) ?? 0) + 1);
    }
    cluster = await SearchedCluster.start(sessions);
  });
  after(() => cluster.close());

  const test = windowTest({
    files: {
      [file]:
        '{ "name": "Archived", "connection": "store", "from_date": "2020-01-01", "to_date": "2026-06-01", "page_size": 20 }',
      'by-step.insights.json': `{
        "name": "By step", "connection": "store", "from_date": "2020-01-01", "to_date": "2026-06-01", "page_size": 20,
        "refine": { "must": [{ "nested": { "path": "flow_path", "query": { "bool": { "must": [
          { "exists": { "field": "flow_path.node_id" } }, { "exists": { "field": "flow_path.type" } }
        ] } } } }] }
      }`,
    },
  });

  test('have facets that count everything, of which a part is loaded', async (w) => {
    w.changeSettings({ 'insights.connections': { store: { archive: cluster.url, index: 'calls-*' } } });
    await w.openFile(file);
    await w.lens('on store').waitFor();
    await run(w, file);
    const question = w.dialog(`Send requests to ${new URL(cluster.url).host}?`);
    // Nobody signs in there.
    await question.getByText(`Queries will be sent to ${new URL(cluster.url).origin}.`).waitFor();
    await question.getByRole('button', { name: 'Send Requests' }).press('Enter');
    await w.treeRow(`Query, Archived, 20 of ${all}`).waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+G');
    await w.viewer().getByRole('grid').waitFor();
    await w.viewer().getByText(`All counted: ${all} sessions`).waitFor();
    const [name, count] = mostFrequent(agents);
    await w
      .viewer()
      .getByRole('treeitem', { name: `${name}, ${count} sessions` })
      .waitFor();
    await w.screenshot('archive-facets');
  });

  test('are filtered by one, and count what passes of everything', async (w) => {
    const [name, count] = mostFrequent(agents);
    await toFacet(w, name);
    await w.press('Enter');
    await w
      .viewer()
      .getByText(new RegExp(`^${count} of all ${all} sessions pass, \\d+ of the 20 loaded$`))
      .waitFor();
    await w
      .viewer()
      .getByRole('treeitem', { name: `${name}, ${count} sessions, filtered for` })
      .waitFor();
    // The other facets count what passes it; agents are counted without their own choice.
    const others = [...agents].filter(([agent]) => agent !== name);
    for (const [agent, sessions] of others.slice(0, 2))
      await w
        .viewer()
        .getByRole('treeitem', { name: `${agent}, ${sessions} session` })
        .waitFor();
    await w.screenshot('archive-facets-filtered');
    await w.press('Enter');
    await w.viewer().getByText(`All counted: ${all} sessions`).waitFor();
  });

  test('put a value of theirs into the query, which asks the archive', async (w) => {
    const [name, count] = mostFrequent(agents);
    await toFacet(w, name);
    await w.press('q');
    await w.statusBarItem(/Archived asks for agent_information\.name .* now\./).waitFor();
    await w.openFile(file);
    await w.save();
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(`Query, Archived, 20 of ${count}`).waitFor();
  });

  test('are counted of all that is kept, also where the engine cannot tell which that is', async (w) => {
    await run(w, 'by-step.insights.json');
    await w.treeRow(/^Query, By step, 20 of /).waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+G');
    await w
      .viewer()
      .getByText(/^All counted: \d+ sessions$/u)
      .waitFor();
    const reads = cluster.searches.filter(({ size }) => size === 5000).length;
    assert.ok(reads > 0, 'they were read for it');
    await toFacet(w, mostFrequent(agents)[0]);
    await w.press('Enter');
    await w
      .viewer()
      .getByText(/^\d+ of all \d+ sessions pass, \d+ of the 20 loaded$/)
      .waitFor();
    // What was read is counted again.
    assert.equal(cluster.searches.filter(({ size }) => size === 5000).length, reads);
  });
});

function mostFrequent(counts: ReadonlyMap<string, number>): readonly [name: string, count: number] {
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  assert.ok(first);
  return first;
}
