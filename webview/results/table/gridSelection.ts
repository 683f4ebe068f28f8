/** The lines of a table that are selected: rows, known by their number, and one line that has the keys. */
export class GridSelection {
  readonly rows = new Set<number>();
  /** The line with the keys; -1 is the head. */
  line = 0;
  /** The column with the keys; 0 is the one of outcomes. */
  column = 0;
  #anchor = 0;

  /** Selects the line alone. */
  moveTo(line: number, lines: Int32Array): void {
    this.line = line;
    this.#anchor = line;
    this.rows.clear();
    const row = lines[line];
    if (row !== undefined && row >= 0) this.rows.add(row);
  }

  /** Selects from where the selection began to a line. */
  extendTo(line: number, lines: Int32Array): void {
    this.line = line;
    this.rows.clear();
    const [from, to] = this.#anchor < line ? [this.#anchor, line] : [line, this.#anchor];
    for (let at = Math.max(0, from); at <= to; at += 1) {
      const row = lines[at];
      if (row !== undefined && row >= 0) this.rows.add(row);
    }
  }

  /** Takes the line into the selection, or out of it. */
  toggle(line: number, lines: Int32Array): void {
    this.line = line;
    this.#anchor = line;
    const row = lines[line];
    if (row === undefined || row < 0) return;
    if (!this.rows.delete(row)) this.rows.add(row);
  }

  selectAll(lines: Int32Array): void {
    this.rows.clear();
    for (const row of lines) if (row >= 0) this.rows.add(row);
  }

  /** The selected rows in the order in which they stand; the one with the keys where none is. */
  inOrder(lines: Int32Array): readonly number[] {
    const selected = Array.from(lines.filter((row) => row >= 0 && this.rows.has(row)));
    if (selected.length > 0) return selected;
    const row = lines[this.line];
    return row !== undefined && row >= 0 ? [row] : [];
  }

  /**
   * Other lines are shown: the same row keeps the keys where it is among them, and the line stays otherwise. What is not seen any more is not
   * selected: nobody copies or deletes it unawares.
   */
  follow(before: Int32Array, lines: Int32Array): void {
    const row = before[this.line];
    const at = row === undefined || row < 0 ? -1 : lines.indexOf(row);
    if (at >= 0) this.line = at;
    else if (this.line >= lines.length) this.line = Math.max(0, lines.length - 1);
    this.#anchor = this.line;
    if (this.rows.size === 0) return;
    const kept = lines.filter((one) => this.rows.has(one));
    if (kept.length === this.rows.size) return;
    this.rows.clear();
    for (const one of kept) this.rows.add(one);
  }
}
