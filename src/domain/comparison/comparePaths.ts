import { alignSequences } from '../alignment/alignSequences.ts';
import type { Step } from '../session/steps.ts';
import type { StepAspect } from './compareSteps.ts';
import { differingAspects, parameterDifferences, sameOutcome, stepAspects } from './compareSteps.ts';
import type { SessionIds } from './ownIds.ts';

/** A row of two paths side by side. Indexes are those of the steps in their own session. */
export type PathRow =
  /** Both ran this node. `timeMs` is how much longer the right one took; absent when either was not measured. */
  | {
      readonly type: 'same';
      readonly left: number;
      readonly right: number;
      readonly differs: readonly StepAspect[];
      readonly timeMs?: number;
    }
  | { readonly type: 'onlyLeft'; readonly left: number }
  | { readonly type: 'onlyRight'; readonly right: number };

/** Two paths side by side, in the order of both. */
export interface ComparedPaths {
  readonly rows: readonly PathRow[];
  /** The first row at which the sessions went another way, or the same way with another outcome. */
  readonly divergence: number | undefined;
  /** The rows that differ in anything but time. */
  readonly differences: readonly number[];
  /** The differences to go to one by one: of rows without a partner that follow each other only the first. */
  readonly stops: readonly number[];
  readonly onlyLeft: number;
  readonly onlyRight: number;
}

/** Aligns two paths over the nodes that ran: as many as possible side by side. */
export function comparePaths(left: readonly Step[], right: readonly Step[], ids: SessionIds = {}): ComparedPaths {
  const pairs = preferSameOutcome(left, right, alignSequences(left.map(nodeKey), right.map(nodeKey)));
  const rows = mergeRows({ left, right, pairs, ids });
  const differences = rows.flatMap((row, index) => (row.type !== 'same' || row.differs.length > 0 ? [index] : []));
  return {
    rows,
    divergence: differences.find((index) => diverges(rows[index])),
    differences,
    stops: differences.filter((index) => isPaired(rows[index]) || isPaired(rows[index - 1])),
    onlyLeft: rows.filter(({ type }) => type === 'onlyLeft').length,
    onlyRight: rows.filter(({ type }) => type === 'onlyRight').length,
  };
}

/** How many rows of each side follow each other without a partner, from a row on. */
export function blockAt(rows: readonly PathRow[], from: number): { readonly left: number; readonly right: number } {
  const block = { left: 0, right: 0 };
  for (let index = from; !isPaired(rows[index]); index += 1) {
    if (rows[index]?.type === 'onlyLeft') block.left += 1;
    else block.right += 1;
  }
  return block;
}

/** Before the first row and behind the last one nothing is without a partner. */
function isPaired(row: PathRow | undefined): boolean {
  return row === undefined || row.type === 'same';
}

/** Whether this row is another way, or another outcome. */
function diverges(row: PathRow | undefined): boolean {
  return row !== undefined && (row.type !== 'same' || row.differs.includes('outcome'));
}

/**
 * What makes two steps runs of one node. An end call bears the node of the step before it, and is the same wherever it comes; where a
 * document leaves the node out, what the step did stands for it.
 */
function nodeKey({ nodeId, type = '', url = '' }: Step): string {
  if (type === 'end_call') return type;
  return nodeId === undefined ? `\n${type}\n${url}` : `${nodeId}\n${type}`;
}

/**
 * Among runs of one node in a row, such as retries of a webhook, pairs those that ended alike. The alignment took the first; any
 * other up to the next pair does as well.
 */
function preferSameOutcome(left: readonly Step[], right: readonly Step[], pairs: readonly number[]): number[] {
  const better = new Array<number>(pairs.length).fill(-1);
  let nextLeft = left.length;
  let nextRight = right.length;
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const j = pairs[i] ?? -1;
    if (j < 0) continue;
    const [bestLeft, bestRight] = bestPair({ left, right, i, j, nextLeft, nextRight });
    better[bestLeft] = bestRight;
    nextLeft = bestLeft;
    nextRight = bestRight;
  }
  return better;
}

interface Choice {
  readonly left: readonly Step[];
  readonly right: readonly Step[];
  readonly i: number;
  readonly j: number;
  /** The entries that the next pair holds. */
  readonly nextLeft: number;
  readonly nextRight: number;
}

function bestPair({ left, right, i, j, nextLeft, nextRight }: Choice): [i: number, j: number] {
  const ours = left[i];
  const theirs = right[j];
  if (!ours || !theirs || sameOutcome(ours, theirs)) return [i, j];
  const key = nodeKey(ours);
  // One side moves at a time: who retried is the one that has more of them.
  for (let next = i + 1; next < nextLeft; next += 1) {
    const step = left[next];
    if (step && nodeKey(step) === key && sameOutcome(step, theirs)) return [next, j];
  }
  for (let next = j + 1; next < nextRight; next += 1) {
    const step = right[next];
    if (step && nodeKey(step) === key && sameOutcome(ours, step)) return [i, next];
  }
  return [i, j];
}

interface Aligned {
  readonly left: readonly Step[];
  readonly right: readonly Step[];
  readonly pairs: readonly number[];
  readonly ids: SessionIds;
}

function mergeRows({ left, right, pairs, ids }: Aligned): PathRow[] {
  const rows: PathRow[] = [];
  const parameters = new ParameterTrail(ids);
  let j = 0;
  const passRight = (end: number): void => {
    for (; j < end; j += 1) rows.push({ type: 'onlyRight', right: j });
  };
  const aspectsOf = (step: Step, other: Step): readonly StepAspect[] => {
    const found = differingAspects(step, other, ids);
    if (!parameters.differAnew(step, other)) return found;
    return stepAspects.filter((aspect) => aspect === 'parameters' || found.includes(aspect));
  };
  left.forEach((step, i) => {
    const found = pairs[i] ?? -1;
    const other = right[found];
    if (!other) {
      rows.push({ type: 'onlyLeft', left: i });
      return;
    }
    passRight(found);
    rows.push(sameRow(step, other, aspectsOf(step, other)));
    j = found + 1;
  });
  passRight(right.length);
  return rows;
}

function sameRow(left: Step, right: Step, differs: readonly StepAspect[]): PathRow {
  const { executionMs: leftMs } = left;
  const { executionMs: rightMs } = right;
  const timed = leftMs !== undefined && rightMs !== undefined;
  return {
    type: 'same',
    left: left.index,
    right: right.index,
    differs,
    ...(timed ? { timeMs: rightMs - leftMs } : {}),
  };
}

/**
 * Steps hold all parameters as they stand, so that one that differs early differs at every step after it. Only where a difference
 * is new, or becomes another, is it one of the step.
 */
class ParameterTrail {
  readonly #known = new Map<string, string>();
  readonly #ids: SessionIds;

  constructor(ids: SessionIds) {
    this.#ids = ids;
  }

  differAnew(left: Step, right: Step): boolean {
    let anew = false;
    const differences = parameterDifferences(left.parameters, right.parameters, this.#ids);
    for (const { name, left: ours, right: theirs, noise } of differences) {
      const pair = JSON.stringify([ours, theirs]);
      if (noise || this.#known.get(name) === pair) continue;
      this.#known.set(name, pair);
      anew = true;
    }
    return anew;
  }
}
