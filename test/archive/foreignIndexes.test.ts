import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { archiveMapping } from '../../schemas/generated/archiveMapping.ts';
import { templateName } from '../../src/archive/mapping/indexTemplate.ts';
import { archiveSentence } from '../../src/words/archiveSentence.ts';
import { failureOf } from '../unit/archive/standInCluster.ts';
import { always, TestArchive } from './support/cluster.ts';

const session = { id: 'a', session_start_time: '2026-05-01T10:00:00', source: '447700900123', flow_path: [] };
const leaves = { archive: { properties: { leaves: { type: 'keyword' } } } };

/** What makes an index of somebody else's, and the field that queries would find nothing in. */
const mappings: Readonly<Record<string, readonly [mappings: object | undefined, field: string]>> = {
  'that an engine maps by itself': [undefined, 'id'],
  'of steps that are documents of their own': [
    {
      properties: {
        ...archiveMapping,
        ...leaves,
        flow_path: { ...(archiveMapping.flow_path as object), type: 'nested' },
      },
    },
    'flow_path',
  ],
  'of numbers that are texts': [{ properties: { ...archiveMapping, ...leaves, source: { type: 'text' } } }, 'source'],
};

describe('indexes that somebody else made', () => {
  const archive = new TestArchive('foreign');
  const index = (month: string) => archive.pattern.replace('*', month);
  before(async () => {
    assert.equal((await archive.write([session])).complete, true);
  });
  after(() => archive.remove());

  const read = () =>
    archive.clientFor(archive.pattern).ranges.readRange({ request: always, size: 10, whole: true, names: ['id'] });

  it('are told from ours, which are read', async () => {
    assert.equal((await read()).total.count, 1);
  });

  for (const [what, [mapping, field]] of Object.entries(mappings)) {
    it(`are not read beside ours: ${what}`, async () => {
      const theirs = index('theirs');
      // Not by our template.
      await archive.ask('DELETE', ['_index_template', templateName(archive.pattern)]).catch(() => {});
      await archive.ask('PUT', [theirs], mapping ? { mappings: mapping } : {});
      try {
        await archive.ask('PUT', [theirs, '_doc', 'b'], { ...session, id: 'b' });
        await archive.ask('POST', [theirs, '_refresh']);
        const words = archiveSentence(await failureOf(read()));
        assert.ok(words.includes(`"${theirs}" was made by another tool`) && words.includes(`"${field}"`), words);
      } finally {
        await archive.ask('DELETE', [theirs]);
      }
    });
  }

  it('that are closed are told of, and are not found', async () => {
    await archive.ask('POST', [index('2026.05'), '_close']);
    try {
      const facts = await archive.clientFor(archive.pattern).facts();
      assert.deepEqual([facts.indexes, facts.closed], [0, 1]);
      const words = archiveSentence(
        await failureOf(
          archive
            .clientFor(index('2026.05'))
            .ranges.readRange({ request: always, size: 10, whole: true, names: ['id'] }),
        ),
      );
      assert.match(words, /is closed\. Ask/u);
    } finally {
      await archive.ask('POST', [index('2026.05'), '_open']);
    }
  });

  it('that are read-only are told as that', async () => {
    const block = (on: boolean | null) =>
      archive.ask('PUT', [index('2026.05'), '_settings'], { 'index.blocks.write': on });
    await block(true);
    try {
      const words = archiveSentence(await failureOf(archive.write([session])));
      assert.match(words, /"test-foreign-.*-2026\.05" is read-only\. Ask .* lift the block/u);
    } finally {
      await block(null);
    }
  });
});
