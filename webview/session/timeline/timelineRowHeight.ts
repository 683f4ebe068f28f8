import type { Step } from '../../../src/domain/session/steps.ts';
import type { TimelineRow } from '../../../src/domain/session/timeline/timelineRows.ts';
import type { SessionModel } from '../model/model.ts';

/** A line of text, a letter and what is around a chip, in pixels. */
const [line, letter, aroundChip] = [18, 6.9, 36];

/** About how high a row is in a list of so many pixels, before it was drawn. */
export function timelineRowHeight(model: SessionModel, row: TimelineRow | undefined, width: number): number {
  if (row?.type !== 'line') return row?.type === 'step' && hasReason(model, row.step) ? 24 + line : 24;
  const main = Math.max(150, width > 560 ? width * 0.84 - 160 : width - 150);
  const caller = row.line.speaker === 'caller';
  const text = row.line.text.length * letter + (caller ? 45 : 0);
  const lines = Math.max(1, Math.ceil(text / main));
  const chips = row.step ? chipsWidth(model, row.step) : 0;
  const below = chips > 0 && (text % main) + chips > main ? 20 : 0;
  return lines * line + (caller ? 8 : 6) + below + (row.step && hasReason(model, row.step) ? line : 0);
}

function hasReason({ findings }: SessionModel, { index, problem }: Step): boolean {
  return problem !== undefined || findings.toldErrors.has(index);
}

function chipsWidth({ changes }: SessionModel, { index, tags, repeats }: Step): number {
  const texts = [
    ...(changes[index] ?? []).map(({ name, after = '' }) => `${name} = ${after}`),
    ...(repeats ? [] : tags).map(({ tag }) => tag),
  ];
  return texts.slice(0, 4).reduce((sum, text) => sum + text.length * letter * 0.9 + aroundChip, 0);
}
