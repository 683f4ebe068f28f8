/** Execution times, each counted: they repeat, so that exact percentiles of a million of them take no memory to speak of. */
export class TimeCounts {
  readonly #counts = new Map<number, number>();
  #total = 0;

  add(ms: number): void {
    this.#counts.set(ms, (this.#counts.get(ms) ?? 0) + 1);
    this.#total += 1;
  }

  /** The values below which these percents of all lie, between the two nearest, as in `aggs`; undefined where there is none. */
  percentiles(percents: readonly number[]): readonly (number | undefined)[] {
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    const at = (rank: number): number => {
      let passed = 0;
      for (const [ms, count] of sorted) {
        passed += count;
        if (rank < passed) return ms;
      }
      return sorted.at(-1)?.[0] ?? 0;
    };
    return percents.map((percent) => {
      if (this.#total === 0) return undefined;
      const rank = (percent / 100) * (this.#total - 1);
      const [below, above] = [at(Math.floor(rank)), at(Math.ceil(rank))];
      return below + (above - below) * (rank - Math.floor(rank));
    });
  }
}
