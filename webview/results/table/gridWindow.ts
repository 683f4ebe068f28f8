/** How high a line of the table is, and its head. */
export const lineHeight = 24;
/** Lines that are drawn beyond what is in sight. */
const beyond = 6;

/** A range of lines: from the first to before the end. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The lines to draw of `count`, when the table is scrolled so far. */
export function linesInSight(count: number, scrollTop: number, height: number): LineRange {
  const first = Math.floor(scrollTop / lineHeight);
  const shown = Math.ceil((height > 0 ? height : 800) / lineHeight);
  const from = Math.max(0, Math.min(first - beyond, count - shown));
  return { from, to: Math.min(count, first + shown + beyond) };
}

/** How far to scroll so that a line is in sight below the head; undefined where it is already. */
export function scrollToLine(
  line: number,
  { scrollTop, height, head }: { readonly scrollTop: number; readonly height: number; readonly head: number },
): number | undefined {
  const room = height - head;
  if (room <= 0) return undefined;
  const [start, end] = [line * lineHeight, (line + 1) * lineHeight];
  if (start >= scrollTop && end <= scrollTop + room) return undefined;
  const isNear = start > scrollTop - room && end < scrollTop + 2 * room;
  // A line from elsewhere is shown with what is around it.
  if (!isNear) return Math.max(0, start - room / 2);
  return start < scrollTop ? start : end - room;
}

/** The gap between columns that is nearest to a place, from the left of all columns on: as if the one before `first` were the start. */
export function placeOfDrop(x: number, widths: readonly number[], first: number): number {
  let end = 0;
  for (const [index, width] of widths.entries()) {
    if (index >= first && x < end + width / 2) return index;
    end += width;
  }
  return widths.length;
}

const edgeWidth = 28;
const scrollStep = 10;

/** How far to scroll, in a frame, for who draws something to an edge of what is in sight. */
export function nearEdge(x: number, left: number, right: number): number {
  if (x < left + edgeWidth) return -scrollStep;
  return x > right - edgeWidth ? scrollStep : 0;
}
