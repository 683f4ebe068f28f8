import type { PathRow } from '../../src/domain/comparison/comparePaths.ts';
import type { Comparison } from '../../src/domain/comparison/compareSessions.ts';
import { compareSessions } from '../../src/domain/comparison/compareSessions.ts';
import type { Mask } from '../../src/domain/masking/mask.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import type { ComparedSide, ComparisonView, Side } from '../../src/protocol/comparisonMessages.ts';
import type { NodeNames, SessionContent } from '../../src/protocol/messages.ts';
import type { ReadDocument, ReadFailure } from '../parts/host/readDocument.ts';
import { readDocument } from '../parts/host/readDocument.ts';
import { loadedMasking } from '../parts/masking/masking.ts';
import { words } from '../parts/words/words.ts';
import type { SessionModel } from '../session/model/model.ts';
import { lookUp } from '../session/model/model.ts';

/** A row of the list: a row of the two paths, or how many alike were left out. */
export type ListRow =
  | { readonly type: 'pair'; readonly index: number }
  | { readonly type: 'alike'; readonly from: number; readonly count: number };

/** Everything that the page shows of two sessions, read once. */
export interface ComparisonModel {
  readonly comparison: Comparison;
  readonly sides: Readonly<Record<Side, ComparedSide>>;
  readonly rows: readonly PathRow[];
  /** The list with only the rows that differ, and what was left out between them. */
  readonly differing: readonly ListRow[];
  /** The largest difference of time in a row, to draw the others by. */
  readonly mostMs: number;
  /** What people call a node; undefined where nobody named it. */
  readonly nodeName: SessionModel['nodeName'];
}

/** A side that cannot be shown, or that it can. */
export interface SideState {
  readonly side: ComparedSide;
  readonly failure: ReadFailure | undefined;
}

export type ComparisonContent =
  | { readonly type: 'model'; readonly model: ComparisonModel }
  | { readonly type: 'failed'; readonly left: SideState; readonly right: SideState };

/** Reads both sides; `swapped` puts each where the other is. Where personal data is masked, one value has one alias in both. */
export function readComparison(view: ComparisonView, swapped: boolean): ComparisonContent {
  const sides = swapped ? { left: view.right, right: view.left } : { left: view.left, right: view.right };
  const mask = view.settings.masked ? loadedMasking().createMask() : undefined;
  const left = readSide(sides.left.content, mask);
  const right = readSide(sides.right.content, mask);
  if (left.type === 'failed' || right.type === 'failed') {
    return {
      type: 'failed',
      left: { side: sides.left, failure: left.type === 'failed' ? left : undefined },
      right: { side: sides.right, failure: right.type === 'failed' ? right : undefined },
    };
  }
  const comparison = compareSessions(left.document, right.document);
  return { type: 'model', model: comparisonModel(comparison, { sides, nodeNames: view.nodeNames }) };
}

/** Which of several sessions is meant cannot be asked here. */
function readSide(content: SessionContent, mask: Mask | undefined): Exclude<ReadDocument, { type: 'several' }> {
  const read = readDocument(content, mask);
  return read.type === 'several' ? { type: 'failed', reason: words.severalSessions, canRetry: false } : read;
}

function comparisonModel(
  comparison: Comparison,
  { sides, nodeNames }: { sides: ComparisonModel['sides']; nodeNames: NodeNames },
): ComparisonModel {
  const { rows, differences } = comparison.paths;
  return {
    comparison,
    sides,
    rows,
    differing: leaveOutAlike(differences, rows.length),
    mostMs: rows.reduce((most, row) => Math.max(most, row.type === 'same' ? Math.abs(row.timeMs ?? 0) : 0), 0),
    nodeName: lookUp(nodeNames),
  };
}

function leaveOutAlike(differences: readonly number[], count: number): ListRow[] {
  const rows: ListRow[] = [];
  let next = 0;
  for (const index of [...differences, count]) {
    if (index > next) rows.push({ type: 'alike', from: next, count: index - next });
    if (index < count) rows.push({ type: 'pair', index });
    next = index + 1;
  }
  return rows;
}

/** The step of a row at one side, when that side ran it. */
export function stepAt({ comparison }: ComparisonModel, row: PathRow | undefined, side: Side): Step | undefined {
  if (!row) return undefined;
  const index = side === 'left' ? ('left' in row ? row.left : undefined) : 'right' in row ? row.right : undefined;
  return index === undefined ? undefined : comparison[side].steps[index];
}

/** The step that a side runs at a row, or the next one after it. */
export function nextStepAt(model: ComparisonModel, from: number, side: Side): Step | undefined {
  for (let index = from; index < model.rows.length; index += 1) {
    const step = stepAt(model, model.rows[index], side);
    if (step) return step;
  }
  return undefined;
}

/** The same sessions with other names for their nodes. */
export function renamed(content: ComparisonContent, nodeNames: NodeNames): ComparisonContent {
  return content.type === 'model' ? { ...content, model: { ...content.model, nodeName: lookUp(nodeNames) } } : content;
}
