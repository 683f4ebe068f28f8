import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { collectSessions } from '../../src/api/reading/collectSessions.ts';
import { readRefinement } from '../../src/domain/analysis/refinement.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { projection } from '../../src/domain/session/fields/projection.ts';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { instantOf } from '../../src/domain/time/plainTime.ts';
import { PathMaps, pathMapsFields } from '../../src/results/analysis/pathMaps.ts';
import { always, TestArchive } from './support/cluster.ts';
import { sessions } from './support/judged.ts';

const archive = new TestArchive('path-map');
const nameOf = (nodeId: string): string | undefined => (nodeId === 'n1' || nodeId === 'n2' ? 'Greeting' : undefined);
const inOrder = sessions.toSorted(
  (a, b) =>
    Number(instantOf(a.session_start_time)) - Number(instantOf(b.session_start_time)) ||
    (String(a.id) < String(b.id) ? -1 : 1),
);

/** As every service gives it to who asks for no more: a step without any of these fields is not there. */
const listed = projection(['id', ...pathMapsFields]);

function mapped(maps: PathMaps) {
  const versions = maps.versions();
  return { map: maps.map(), versions, ofVersions: versions.map(({ id }) => maps.mapOf(id)) };
}

describe('the path map of an archive', () => {
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  const refine = { must: [{ exists: { field: 'flow_path.response.code' } }] };
  const requests: readonly (readonly [string, SearchRequest])[] = [
    ['everything', always],
    ['what the refinement keeps', { ...always, refinement: readRefinement(refine, new Date('2026-05-01T12:00:00Z')) }],
  ];
  for (const [name, request] of requests) {
    it(`is that of the same sessions read here, of ${name}`, async () => {
      const [found, expected] = [new PathMaps(nameOf), new PathMaps(nameOf)];
      const { client } = archive;
      const { kept } = await collectSessions({ request, client, fields: pathMapsFields }, [found]);
      const wanted = inOrder.filter((session) => request.refinement?.keeps(session) ?? true);
      for (const session of wanted) expected.collect(listed(session) as SessionDocument);
      assert.equal(kept, wanted.length);
      assert.deepEqual(mapped(found), mapped(expected));
      assert.ok(found.map().edges.length > 50);
    });
  }
});
