import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { clusterUrl } from '../../archive/support/cluster.ts';
import type { Took } from './took.ts';

export async function withNodes(work: () => Promise<Took>): Promise<Took> {
  const before = await nodesCpuMs();
  const took = await work();
  return { ...took, nodesMs: (await nodesCpuMs()) - before };
}

/** What the processors of all nodes have taken since they started, ours (which live in one JVM) counted once. */
async function nodesCpuMs(): Promise<number> {
  const answer: unknown = await (await fetch(`${clusterUrl()}/_nodes/stats/process`)).json();
  const all = Object.values(asRecord(asRecord(answer).nodes)).map((node) =>
    Number(asRecord(asRecord(asRecord(node).process).cpu).total_in_millis),
  );
  const counted = process.env.INSIGHTS_TEST_CLUSTER_CONTROL ? all.slice(0, 1) : all;
  return counted.reduce((sum, ms) => sum + ms, 0);
}
