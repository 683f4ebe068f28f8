import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionDocument } from '../../../src/domain/session/session.ts';
import { PathMaps } from '../../../src/results/analysis/pathMaps.ts';

const session = (id: number, version_id: string) =>
  ({
    id: `s${id}`,
    agent_information: { name: 'Orders', version_id },
    flow_path: [{ type: 'speak', node_id: 'hello' }],
  }) as unknown as SessionDocument;

describe('the path maps of agent versions', () => {
  it('are all there, those with the most sessions first', () => {
    const maps = new PathMaps(() => undefined);
    for (let at = 0; at < 300; at += 1) maps.collect(session(at, `v${at % 200}`));
    const versions = maps.versions();
    assert.equal(versions.length, 200);
    assert.deepEqual([versions[0]?.sessions, versions.at(-1)?.sessions, maps.otherVersions], [2, 1, 0]);
    assert.equal(maps.mapOf('v199')?.sessions, 1);
  });

  it('say how many are left out where there are more than a list can offer, each once', () => {
    const maps = new PathMaps(() => undefined);
    for (let at = 0; at < 1_040; at += 1) maps.collect(session(at, `v${at % 520}`));
    assert.deepEqual([maps.versions().length, maps.otherVersions], [500, 20]);
    assert.equal(maps.map().sessions, 1_040);
  });
});
