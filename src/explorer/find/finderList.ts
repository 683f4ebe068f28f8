import type * as vscode from 'vscode';
import type { FindItem } from './findItem.ts';
import { PersonsPlace } from './personsPlace.ts';

export interface FinderListNeeds {
  /** Ends when VS Code's window has done all that it was told before. */
  readonly windowIsThere: () => Promise<unknown>;
  /** The person went to another row. */
  readonly wentTo: (item: FindItem | undefined) => void;
  /** The person pressed Enter at a row, or where there is none. */
  readonly accepted: (item: FindItem | undefined) => void;
}

/** The rows of a quick pick that are replaced while the person moves in them: the row that they went to stays theirs. */
export class FinderList {
  readonly #pick: vscode.QuickPick<FindItem>;
  readonly #needs: FinderListNeeds;
  readonly #place = new PersonsPlace<FindItem>();
  /** What is to be put once the window shows what it was given before. */
  #next: readonly FindItem[] | undefined;
  #drawn = '';
  #isGone = false;

  constructor(pick: vscode.QuickPick<FindItem>, needs: FinderListNeeds) {
    this.#pick = pick;
    this.#needs = needs;
    pick.onDidChangeActive(() => {
      // The event has copies that are inert; the pick gives back what it was given.
      const [item] = pick.activeItems;
      if (this.#place.moved(item)) needs.wentTo(item);
    });
    pick.onDidAccept(() => {
      const accepted = this.#place.accept();
      if (accepted) needs.accepted(accepted.row ?? this.item);
    });
  }

  dispose(): void {
    this.#isGone = true;
  }

  /** The rows as they are to be seen. */
  get items(): readonly FindItem[] {
    return this.#next ?? this.#place.rows;
  }

  /** The row that the person is at: the first of those of another text, before the window shows them. */
  get item(): FindItem | undefined {
    return this.#place.row ?? this.items.find(({ key }) => key !== undefined);
  }

  /** Another text was typed: the person is at the first row again. */
  begin(): void {
    this.#drawn = '';
    this.#place.begin();
  }

  /** Shows other rows. Nothing is drawn that stands already. */
  put(items: readonly FindItem[]): void {
    const drawn = JSON.stringify(items.map(({ key, label, description, detail }) => [key, label, description, detail]));
    if (drawn === this.#drawn && this.items.length === items.length) return;
    this.#drawn = drawn;
    if (this.#place.isSettled) void this.#replace(items);
    else this.#next = items;
  }

  /** One replacement after the other: what VS Code tells meanwhile can be about the rows of one before alone. */
  async #replace(items: readonly FindItem[]): Promise<void> {
    const place = this.#place;
    const { key } = place.row ?? {};
    const kept = place.replace(items);
    this.#pick.keepScrollPosition = place.hasGone;
    this.#pick.items = items;
    if (kept) this.#pick.activeItems = [kept];
    await this.#needs.windowIsThere();
    const shown = place.row;
    const accepted = place.settle();
    if (this.#isGone) return;
    if (accepted) this.#needs.accepted(accepted.row ?? this.item);
    if (place.hasGone && place.row?.key !== key) this.#needs.wentTo(place.row);
    const next = this.#next ?? (place.row === shown ? undefined : items);
    this.#next = undefined;
    if (next) await this.#replace(next);
  }
}
