import * as vscode from 'vscode';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { FindItem, FoundRow } from './findItem.ts';
import type { FindSources } from './findSources.ts';
import { foundList, sessionsOfRows } from './foundList.ts';
import { Preview } from './preview.ts';

/** What was found, as it stands in the list. */
export interface Found {
  readonly items: readonly FindItem[];
  readonly sessions: readonly LocatedSession[];
  readonly range: DateRange;
}

/** The list that sessions are opened from. */
export interface OpenedFrom {
  readonly found: () => Found;
  readonly close: () => void;
}

/** Shows sessions that were found while the list stays, and opens the one that a person wants. */
export class FoundOpener {
  readonly #sources: Pick<FindSources, 'lists' | 'now' | 'recent'>;
  readonly #list: OpenedFrom;
  readonly #preview: Preview;
  #opened = false;

  constructor(sources: Pick<FindSources, 'lists' | 'now' | 'opensBehind' | 'recent'>, list: OpenedFrom) {
    this.#sources = sources;
    this.#list = list;
    this.#preview = new Preview(sources.opensBehind);
  }

  previewSoon(row: FoundRow): void {
    this.#preview.showSoon(row.uri, () => this.#choose(row));
  }

  stop(): void {
    this.#preview.stop();
  }

  open(row: FoundRow, viewColumn?: vscode.ViewColumn): void {
    this.#preview.stop();
    this.#choose(row);
    this.#opened = true;
    // Before it opens: the list gives the focus back to what was there.
    this.#list.close();
    void vscode.commands.executeCommand('vscode.open', row.uri, {
      preview: true,
      ...(viewColumn ? { viewColumn } : {}),
    });
  }

  /** The list is gone: where nothing was opened, what was shown before it comes back. */
  end(): void {
    void this.#preview.end(this.#opened);
  }

  /** What was found becomes a list to walk through. */
  #choose({ connection, id }: FoundRow): void {
    const { items, sessions: shown, range } = this.#list.found();
    const sessions = sessionsOfRows(items, { connection, shown, recent: this.#sources.recent() });
    const name = vscode.l10n.t('Find Session');
    const at = this.#sources.now();
    this.#sources.lists.chosenFrom(foundList(sessions, { name, connection, range, at }), { connection, id });
  }
}
