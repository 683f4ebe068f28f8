/** How long something took, by the clock, and by the processor in this process. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
  /** By the processors of the nodes that were asked. */
  readonly nodesMs?: number;
}

export async function timed(work: () => Promise<unknown>): Promise<Took> {
  const began = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
}
