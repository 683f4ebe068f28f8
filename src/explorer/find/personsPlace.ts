/** A row has a key, by which it is the same one when others come and go around it; what has none is a heading. */
interface KeyedRow {
  readonly key?: string;
}

/** What a person did in the list, as VS Code tells it: rows by their place, and no word of which rows those were. */
type Told = { readonly place: number } | 'accepted';

/** The row at which a person pressed Enter; none in a list without rows. */
export interface Accepted<Row> {
  readonly row: Row | undefined;
}

/**
 * Where a person is in a list whose rows are replaced while they move in it. What VS Code tells just after a replacement may still be
 * about the rows before, and it tells of its own moves as if the person had made them: both are told apart once it has the new rows.
 */
export class PersonsPlace<Row extends KeyedRow> {
  #rows: readonly Row[] = [];
  /** The rows that were replaced, until the window is known to show the others. */
  #before: readonly Row[] | undefined;
  #told: Told[] = [];
  /** The row that the window was told to be at. */
  #kept = -1;
  /** The row that the person went to; while there is none, they are at the first. */
  #wentTo: string | undefined;

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Whether the window shows the rows that it was given. */
  get isSettled(): boolean {
    return this.#before === undefined;
  }

  /** The row that the person is at. */
  get row(): Row | undefined {
    return this.#rowIn(this.#rows);
  }

  /** Whether the person went to a row. */
  get hasGone(): boolean {
    return this.#wentTo !== undefined;
  }

  /** Forgets the rows and where the person went: another text was typed, and everything begins at the first of the rows that it brings. */
  begin(): void {
    this.#wentTo = undefined;
    this.#told = [];
    this.#rows = [];
    if (this.#before) this.#before = [];
  }

  /** Gives the window other rows: answers with the one that it is to be told to keep, as it goes to the first by itself. */
  replace(rows: readonly Row[]): Row | undefined {
    // Where nothing stood, all that the person does is about these.
    this.#before = this.#rows.length > 0 ? this.#rows : rows;
    this.#rows = rows;
    this.#told = [];
    const { row } = this;
    this.#kept = row ? rows.indexOf(row) : -1;
    return row === rows.find(isRow) ? undefined : row;
  }

  /** The window shows the rows that it was given: answers with what was accepted meanwhile, where something was. */
  settle(): Accepted<Row> | undefined {
    const [before, told, kept] = [this.#before ?? [], this.#told, this.#kept];
    this.#before = undefined;
    this.#told = [];
    // VS Code goes to the first row, then to the one that it was told to keep.
    const first = this.#rows.findIndex(isRow);
    const arrived = told.findLastIndex((one) => one !== 'accepted' && one.place === kept);
    if (arrived < 0) return this.#replay(told, before);
    const old = told.slice(0, arrived);
    const last = old.at(-1);
    if (kept !== first && last !== 'accepted' && last?.place === first) old.pop();
    const accepted = this.#replay(old, before);
    return this.#replay(told.slice(arrived + 1), this.#rows) ?? accepted;
  }

  /** VS Code has another active row: whether the person is known to have gone there. */
  moved(row: Row | undefined): boolean {
    const place = row ? this.#rows.indexOf(row) : -1;
    if (place < 0) return false;
    if (this.#before === undefined) return this.#goTo(place, this.#rows);
    this.#told.push({ place });
    return false;
  }

  /** The person accepted: what is meant, or nothing until the window shows what it was given. */
  accept(): Accepted<Row> | undefined {
    if (this.#before === undefined) return { row: this.row };
    this.#told.push('accepted');
    return undefined;
  }

  #replay(told: readonly Told[], rows: readonly Row[]): Accepted<Row> | undefined {
    let accepted: Accepted<Row> | undefined;
    for (const one of told) {
      if (one === 'accepted') accepted = { row: this.#rowIn(rows) };
      else this.#goTo(one.place, rows);
    }
    return accepted;
  }

  #goTo(place: number, rows: readonly Row[]): boolean {
    const key = rows[place]?.key;
    if (key === undefined || key === this.#rowIn(rows)?.key) return false;
    this.#wentTo = key;
    return true;
  }

  #rowIn(rows: readonly Row[]): Row | undefined {
    const gone = this.#wentTo === undefined ? undefined : rows.find(({ key }) => key === this.#wentTo);
    return gone ?? rows.find(isRow);
  }
}

function isRow({ key }: KeyedRow): boolean {
  return key !== undefined;
}
