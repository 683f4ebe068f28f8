import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import type { ArchiveClient } from '../../src/archive/archiveClient.ts';
import { SessionNotFound } from '../../src/archive/client/sessionNotFound.ts';
import { templateName } from '../../src/archive/mapping/indexTemplate.ts';
import { archiveSentence } from '../../src/words/archiveSentence.ts';
import { failureOf } from '../unit/archive/standInCluster.ts';
import { always, clusterUrl, TestArchive } from './support/cluster.ts';

const sessions = ['a', 'b', 'c'].map((id, at) => ({
  id,
  session_start_time: `2026-05-01T10:00:0${at}`,
  source: id === 'c' ? '2' : '1',
}));

const page = (client: ArchiveClient) =>
  client.ranges.readRange({ request: always, size: 10, whole: true, names: ['id'] });

async function readAll(client: ArchiveClient): Promise<number> {
  let read = 0;
  for await (const { rows } of readSessions({ request: always, client, whole: true })) read += rows.length;
  return read;
}

describe('indexes as an administrator has them', () => {
  const archive = new TestArchive('strange');
  const index = archive.pattern.replace('*', '2026.05');
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  it('by an alias with a filter are read as far as it lets through', async () => {
    const alias = `alias-of-${index}`;
    const add = { index, alias, filter: { term: { source: '1' } } };
    await archive.ask('POST', ['_aliases'], { actions: [{ add }] });
    const client = archive.clientFor(alias);
    assert.equal((await page(client)).total.count, 2);
    assert.equal(await readAll(client), 2);
    const aggs = { each: { terms: { field: 'source' } } };
    assert.equal((await client.ranges.aggregate({ request: always, aggs, now: new Date() })).total, 2);
    assert.equal((await client.facts()).documents, 2);
    assert.equal((await client.findSession('a')).session.id, 'a');
    await assert.rejects(client.findSession('c'), SessionNotFound);
  });

  it('that give fewer sessions at once are told as that', async () => {
    const window = (most: number | null) =>
      archive.ask('PUT', [index, '_settings'], { index: { max_result_window: most } });
    await window(2);
    try {
      assert.match(archiveSentence(await failureOf(page(archive.client))), /gives fewer sessions at once/);
    } finally {
      await window(null);
    }
  });

  it('that do not keep what was written are told as that', async () => {
    const { mappings } = ((await archive.ask('GET', [index])) as Record<string, { mappings: object }>)[index] ?? {};
    const theirs = `hollow-${index}`;
    await archive.ask('PUT', [theirs], { mappings: { ...mappings, _source: { enabled: false } } });
    try {
      await archive.ask('PUT', [theirs, '_doc', 'a'], sessions[0]);
      await archive.ask('POST', [theirs, '_refresh']);
      const client = archive.clientFor(theirs);
      assert.match(archiveSentence(await failureOf(page(client))), /nothing in its field "_source"/);
      const some = { request: { ...always, projectFields: ['id'] }, size: 10, whole: false, names: ['id'] };
      assert.match(archiveSentence(await failureOf(client.ranges.readRange(some))), /fields can’t answer this/);
    } finally {
      await archive.ask('DELETE', [theirs]);
    }
  });

  it('whose sessions are placed by what another tool says are deleted from', async () => {
    const { mappings } = ((await archive.ask('GET', [index])) as Record<string, { mappings: object }>)[index] ?? {};
    const theirs = `routed-${index}`;
    await archive.ask('PUT', [theirs], { mappings, settings: { number_of_shards: 3 } });
    try {
      const routed = ['r1', 'r2', 'r3', 'r4'];
      for (const routing of routed)
        await archive.ask('PUT', [theirs, '_doc', routing], { id: routing }, { routing: 'x' });
      await archive.ask('POST', [theirs, '_refresh']);
      const client = archive.clientFor(theirs);
      for (const id of routed) await client.deleteSession(id, new Date());
      assert.equal((await client.facts()).documents, 0);
    } finally {
      await archive.ask('DELETE', [theirs]);
    }
  });

  it('that may have fewer fields than ours are told as that', async () => {
    const few = new TestArchive('fields');
    await few.ask('PUT', ['_index_template', templateName(few.pattern)], {
      index_patterns: [few.pattern],
      template: { settings: { 'index.mapping.total_fields.limit': 5 } },
    });
    try {
      const words = archiveSentence(await failureOf(few.write(sessions)));
      assert.match(words, /more fields than this cluster allows .* It said: .*\[5\]/);
    } finally {
      await few.remove();
    }
  });

  for (const path of ['/es', '/es/search'])
    it(`behind a proxy that leaves ${path} in the path are told of that`, async () => {
      const behind = new TestArchive('path', { address: `${clusterUrl()}${path}`, pattern: archive.pattern });
      const elsewhere = /doesn’t answer under the path "\/es/;
      assert.match(archiveSentence(await failureOf(behind.client.verify())), elsewhere);
      assert.match(archiveSentence(await failureOf(page(behind.client))), elsewhere);
      assert.match(archiveSentence(await failureOf(behind.write(sessions))), elsewhere);
      await behind.close();
    });
});
