import type { Step } from '../steps.ts';
import type { Rounds } from './rounds.ts';

/** What the agent said more than once, word for word: a caller who was not understood is asked again. */
export interface SaidAgain {
  /** Where it was said first. */
  readonly step: number;
  readonly text: string;
  readonly count: number;
}

/** What was said most often, outside the rounds that repeat anyhow; undefined where everything was said once. */
export function findSaidAgain(steps: readonly Step[], rounds: readonly Rounds[]): SaidAgain | undefined {
  const counts = new Map<string, SaidAgain>();
  let next = 0;
  for (const { index, type, spoken } of steps) {
    while (index >= (rounds[next]?.to ?? Number.POSITIVE_INFINITY)) next += 1;
    const text = spoken?.trim();
    if (!text || type?.toLowerCase() !== 'speak' || index >= (rounds[next]?.from ?? Number.POSITIVE_INFINITY)) continue;
    const before = counts.get(text);
    counts.set(text, { step: before?.step ?? index, text, count: (before?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count > 1 ? most : undefined;
}
