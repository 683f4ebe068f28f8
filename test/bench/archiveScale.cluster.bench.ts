import { fileURLToPath } from 'node:url';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { ArchiveError } from '../../src/archive/client/archiveError.ts';
import { asList, asRecord } from '../../src/domain/json/looseValues.ts';
import { archiveSentence } from '../../src/words/archiveSentence.ts';
import { TestArchive } from '../archive/support/cluster.ts';
import { archiveAll, days, newest, request } from './support/archiving.ts';
import { aggs, askAll, tellSize } from './support/askArchive.ts';
import { EndingNode } from './support/endingNode.ts';
import { serve, startService } from './support/exportService.ts';
import { timed } from './support/took.ts';

// Whole sessions in three nodes, one of which ends in the middle of writing, of paging and of aggregations, and comes again: nothing is
// lost and nothing double, or this fails. COUNT=200000 is the scale of docs/archive.md.
const count = Number(process.env.COUNT ?? 5000);

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}'));
else await measure();

async function measure(): Promise<void> {
  const options = { count, days, newest, whole: true, lateMs: 0, largestPage: 10_000 };
  const service = await startService(fileURLToPath(import.meta.url), options);
  const archive = new TestArchive('scale');
  try {
    await write(service.origin, archive);
    await tellSize(archive, count);
    await askAll(archive, count);
    await page(archive);
    await aggregate(archive);
    await archive.remove();
  } finally {
    service.close();
  }
}

async function write(origin: string, archive: TestArchive): Promise<void> {
  const node = new EndingNode(1);
  const took = await archiveAll({
    origin,
    archive,
    count,
    tells: true,
    onWritten: (written) => void (written > count / 3 && node.end()),
  });
  await node.whole(archive);
  const perSecond = ((count / took.ms) * 1000).toFixed(0);
  console.log(
    `archiving ${count} whole sessions, a node ending in the middle: ${took.ms.toFixed(0)} ms, ${perSecond} a second`,
  );
}

async function page(archive: TestArchive): Promise<void> {
  const node = new EndingNode(2);
  const ids = new Set<string>();
  let read = 0;
  const took = await timed(async () => {
    for await (const { rows } of readSessions({ request, client: archive.client, whole: true })) {
      read += rows.length;
      for (const { key } of rows) ids.add(key);
      if (read > count / 3) node.end();
    }
  });
  if (read !== count || ids.size !== count) throw new Error(`read ${read} sessions, ${ids.size} of ${count}`);
  await node.whole(archive);
  console.log(`paging through all, a node ending in the middle: ${took.ms.toFixed(0)} ms, each session once`);
}

/** Asks again and again, until the node is back. */
async function aggregate(archive: TestArchive): Promise<void> {
  const node = new EndingNode(1);
  const failures = new Set<string>();
  let [answers, failed] = [0, 0];
  for (let asked = 0; asked < 10 || !node.isBack; asked++) {
    if (asked === 5) node.end();
    const error = await aggregateOnce(archive).catch((thrown: unknown) => thrown);
    if (error === undefined) answers += 1;
    else if (error instanceof ArchiveError) failed = failures.add(archiveSentence(error)) && failed + 1;
    else throw error;
  }
  await node.whole(archive);
  await aggregateOnce(archive);
  console.log(`aggregations, a node ending in the middle: ${answers} of all sessions, ${failed} failed`);
  for (const sentence of failures) console.log(`  said: ${sentence}`);
}

/** Throws unless it is of all sessions. */
async function aggregateOnce({ client }: TestArchive): Promise<undefined> {
  const { total, result } = await client.ranges.aggregate({ request, aggs, now: new Date(newest) });
  const weeks = asList(asRecord(asRecord(result).weeks).buckets);
  const counted = weeks.reduce<number>((sum, week) => sum + Number(asRecord(week).doc_count), 0);
  if (total !== count || counted !== count) throw new Error(`counted ${counted} and ${total} of ${count}`);
}
