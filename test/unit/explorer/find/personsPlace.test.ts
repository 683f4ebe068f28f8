import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PersonsPlace } from '../../../../src/explorer/find/personsPlace.ts';

interface Row {
  readonly key?: string;
}

const rowsOf = (keys: string): Row[] => [...keys].map((key) => (key === '-' ? {} : { key }));

/**
 * VS Code's list as a person sees it, behind two lines that deliver late and in order: it is given rows and the place to be at, and tells
 * of places alone, its own moves among them.
 */
class Window {
  readonly toWindow: (() => void)[] = [];
  readonly toHost: (() => void)[] = [];
  readonly place = new PersonsPlace<Row>();
  readonly accepted: (string | undefined)[] = [];
  shown: readonly Row[] = [];
  active = -1;
  #next: readonly Row[] | undefined;

  get seen(): string | undefined {
    return this.shown[this.active]?.key;
  }

  put(rows: readonly Row[]): void {
    if (this.place.isSettled) this.#replace(rows);
    else this.#next = rows;
  }

  press(key: 'down' | 'up' | 'enter'): void {
    if (key === 'enter') this.toHost.push(() => this.#accept());
    else this.#go(this.#beside(key === 'down' ? 1 : -1));
  }

  deliver(line: (() => void)[], count = Number.POSITIVE_INFINITY): void {
    for (let n = 0; n < count && line.length > 0; n++) line.shift()?.();
  }

  settle(): void {
    while (this.toWindow.length + this.toHost.length > 0) {
      this.deliver(this.toWindow);
      this.deliver(this.toHost);
    }
  }

  #replace(rows: readonly Row[]): void {
    const kept = this.place.replace(rows);
    this.toWindow.push(() => {
      this.shown = rows;
      this.#go(rows.findIndex(({ key }) => key !== undefined));
      if (kept) this.#go(rows.indexOf(kept));
      this.toHost.push(() => this.#settled(rows));
    });
  }

  #settled(rows: readonly Row[]): void {
    const shown = this.place.row;
    const accepted = this.place.settle();
    if (accepted) this.accepted.push(accepted.row?.key);
    const next = this.#next ?? (this.place.row === shown ? undefined : rows);
    this.#next = undefined;
    if (next) this.#replace(next);
  }

  #accept(): void {
    const accepted = this.place.accept();
    if (accepted) this.accepted.push(accepted.row?.key);
  }

  #go(place: number): void {
    this.active = place;
    // What arrives late is told as a row of those that were put last.
    this.toHost.push(() => this.place.moved(this.place.rows[place]));
  }

  #beside(step: number): number {
    let at = this.active;
    do at = (at + step + this.shown.length) % this.shown.length;
    while (this.shown[at]?.key === undefined);
    return at;
  }
}

function window(keys: string): Window {
  const made = new Window();
  made.put(rowsOf(keys));
  made.settle();
  return made;
}

describe('the row that a person went to', () => {
  it('is the first while they went nowhere, whatever comes on top', () => {
    const w = window('-bcd');
    w.put(rowsOf('abcd'));
    w.settle();
    assert.equal(w.place.row?.key, 'a');
  });

  it('stays theirs over replacements while it is there, and is the first row when it has gone', () => {
    const w = window('bcd');
    w.press('down');
    w.settle();
    for (const rows of ['abcd', '-xa-cbd', 'c']) {
      w.put(rowsOf(rows));
      w.settle();
      assert.deepEqual([w.place.row?.key, w.seen], ['c', 'c']);
    }
    w.put(rowsOf('xy'));
    w.settle();
    assert.equal(w.place.row?.key, 'x');
  });

  it('is the one of the rows that they saw, when others were on their way', () => {
    const w = window('bcd');
    w.press('up');
    w.put(rowsOf('abcdef'));
    w.settle();
    assert.deepEqual([w.place.row?.key, w.seen], ['d', 'd']);
  });

  it('is what Enter opens, when the rows are replaced between the two keys', () => {
    for (const delivered of [0, 1, 2, 3]) {
      const w = window('bcd');
      w.press('up');
      w.put(rowsOf('abcde'));
      w.deliver(w.toHost, delivered);
      w.deliver(w.toWindow);
      w.press('enter');
      w.settle();
      assert.deepEqual(w.accepted, ['d'], `${delivered} delivered`);
    }
  });

  it('is the first of what was seen, when Enter was pressed before other rows came', () => {
    const w = window('bcd');
    w.put(rowsOf('abcd'));
    w.press('enter');
    w.settle();
    assert.deepEqual(w.accepted, ['b']);
  });

  it('is forgotten when another text is typed', () => {
    const w = window('bcd');
    w.press('down');
    w.settle();
    w.place.begin();
    w.put(rowsOf('abcd'));
    w.settle();
    assert.equal(w.place.row?.key, 'a');
  });

  it('is what another text brings, when Enter was pressed before that was seen', () => {
    const w = window('bcd');
    w.press('down');
    w.settle();
    w.place.begin();
    w.put(rowsOf('xyb'));
    w.press('enter');
    w.settle();
    assert.deepEqual(w.accepted, ['x']);
  });

  it('is none of those before, when another text was typed while other rows were on their way', () => {
    const w = window('bcd');
    w.put(rowsOf('abcd'));
    w.place.begin();
    w.put(rowsOf('xy'));
    w.press('enter');
    w.settle();
    assert.deepEqual([w.accepted, w.place.row?.key], [[undefined], 'x']);
  });

  it('is where every walk ends, however late everything arrives', () => {
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    for (let walk = 0; walk < 2000; walk++) {
      // Rows come on top and at the end; what is there stays.
      let rows = 'klmno';
      const w = window(rows);
      let wanted = 'k';
      let hasGone = false;
      for (let n = 0; n < 12; n++) {
        const what = random(4);
        if (what === 0 && rows.length < 20) {
          const letter = String.fromCharCode(65 + rows.length);
          rows = random(2) === 0 ? letter + rows : rows + letter;
          w.put(rowsOf(rows));
        } else if (what === 1) w.deliver(w.toWindow, 1);
        else if (what === 2) w.deliver(w.toHost, 1 + random(2));
        else {
          w.press(random(3) === 0 ? 'up' : 'down');
          wanted = w.seen ?? '';
          hasGone = true;
          // Between a key and the next a person sees where they are.
          w.settle();
        }
      }
      w.settle();
      if (hasGone) assert.deepEqual([w.place.row?.key, w.seen], [wanted, wanted], `walk ${walk}`);
      else assert.equal(w.place.row?.key, rows[0]);
    }
  });
});
