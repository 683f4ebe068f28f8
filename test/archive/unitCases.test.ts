import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import '../unit/emulator/search/filter.test.ts';
import '../unit/emulator/search/searchParameters.test.ts';
import '../unit/emulator/search/writtenNumbers.test.ts';
import { indexTemplate } from '../../src/archive/mapping/indexTemplate.ts';
import { bulkBody } from '../../src/archive/writing/bulkBody.ts';
import { writeJson } from '../../src/domain/json/writeJson.ts';
import type { SessionIndex } from '../../src/emulator/search/sessionIndex.ts';
import { archivedDocument } from '../unit/archive/archivedDocument.ts';
import { searches } from '../unit/emulator/search/support.ts';
import { TestArchive } from './support/cluster.ts';

/**
 * What an archive finds otherwise by decision.
 *
 * | asked | the emulator, as the service | an archive |
 * |---|---|---|
 * | a field that nobody documents | finds nothing | finds it: what is unknown stays searchable |
 * | a sort by a field whose names are data | sorts | says that it cannot |
 * | a range of more than 60 days, a page beyond 10,000 | refused | answered |
 * | a fraction of a second in a range | counts | ranges are to the second |
 * | without `sort_by` | as they were loaded | the newest first, by id |
 */
const decided = /made_up|unheard|nowhere|unknown_field|_date=[^&]*\.\d/u;

const archive = new TestArchive('cases');

describe('the cases of the emulator’s own tests, asked of an engine', () => {
  const numbers = new Map<SessionIndex, number>();
  after(() => archive.remove());
  before(async () => {
    // Those tests have run by now; what they searched is known.
    const { index_patterns: _, template } = indexTemplate(archive.pattern) as {
      readonly index_patterns: unknown;
      readonly template: object;
    };
    let lines = '';
    for (const { index } of searches) {
      if (numbers.has(index)) continue;
      const number = numbers.size;
      numbers.set(index, number);
      for (let doc = 0; doc < index.size; doc++) {
        const session = index.document(doc);
        const at = { _index: nameOf(number), _id: `${doc}-${session.id}` };
        lines += `${JSON.stringify({ index: at })}\n${archivedDocument(writeJson(session))}\n`;
      }
    }
    const bytes = Buffer.from(lines);
    const settings = { index: { number_of_shards: 1, number_of_replicas: 0, 'mapping.depth.limit': 40 } };
    for (const number of numbers.values()) await archive.ask('PUT', [nameOf(number)], { ...template, settings });
    await archive.client.requests.ask({
      ...{ asked: 'write', method: 'POST', path: ['_bulk'], parameters: { refresh: 'true' } },
      lines: bulkBody([{ pieces: [bytes], size: bytes.length }]),
      signal: undefined,
    });
  });

  it('find the same', async () => {
    let asked = 0;
    for (const { index, target, answer } of searches) {
      const parameters = [...new URL(target, 'http://service').searchParams];
      if (answer.status !== 200 || decided.test(target)) continue;
      const client = archive.clientFor(nameOf(numbers.get(index) ?? 0));
      const hasOrder = parameters.some(([name]) => name === 'sort_by');
      const found = await client.search(parameters).catch((error: Error) => error);
      if (found instanceof Error) {
        assert.equal(Reflect.get(found, 'problem'), 'unsortable', target);
        continue;
      }
      asked += 1;
      const ids = found.hits.map(({ id }) => id ?? '?');
      // Where the order is left open each has its own.
      assert.deepEqual(
        hasOrder ? ids : ids.toSorted(),
        hasOrder ? answer.ids : answer.ids.toSorted(),
        decodeURIComponent(target),
      );
      assert.equal(found.total.count, answer.body.total, target);
    }
    assert.ok(asked > 100, `${asked} cases were asked`);
  });
});

function nameOf(number: number): string {
  return archive.pattern.replace('*', String(number));
}
