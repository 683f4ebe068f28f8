import * as vscode from 'vscode';
import type { ServiceLookup } from '../../api/lookup/serviceLookup.ts';
import type { ResultLists } from '../../api/runs/resultLists.ts';
import type { SearchOptions } from '../../api/search/searchSessions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { Lookup } from '../../domain/find/lookup.ts';
import { defaultLookupRange, rangeOfLookup, widened } from '../../domain/find/lookupRange.ts';
import { readLookup } from '../../domain/find/readLookup.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { OpensBehind } from '../../host/opensBehind.ts';
import { recentFits } from '../recent/recentFits.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { RunSources } from '../runs/runQuery.ts';
import { FinderList } from './finderList.ts';
import { createFinderPick, sayUnderBox } from './finderPick.ts';
import { finderRows } from './finderRows.ts';
import type { FindItem, FoundRow } from './findItem.ts';
import type { FindService, QuestionSources } from './findQuestion.ts';
import { findQuestion } from './findQuestion.ts';
import { foundList, sessionsOfRows } from './foundList.ts';
import { lookupWords, rangeWords } from './lookupWords.ts';
import { Preview } from './preview.ts';
import { SessionsHere } from './sessionsHere.ts';

export interface FindSources {
  readonly now: () => Date;
  readonly zone: () => string;
  readonly searchSessions: (options: SearchOptions) => Promise<SessionStream>;
  readonly createLookup: () => ServiceLookup<LocatedSession>;
  /** Sessions that were loaded already, with the connection that they came from. */
  readonly loaded: () => readonly LocatedSession[];
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  readonly recent: () => readonly RecentSession[];
  readonly knownValues: QuestionSources['knownValues'];
  readonly opensBehind: OpensBehind;
  readonly lists: Pick<ResultLists, 'chosenFrom'>;
  readonly wordsOf: RunSources['wordsOf'];
}

export interface FinderOptions {
  readonly services: readonly FindService[];
  readonly hidden: () => void;
  /** Ends when VS Code's window has done all that it was told before. */
  readonly windowIsThere: () => Promise<unknown>;
}

const mostShown = 50;

/** The quick pick that finds sessions while one types: among what is loaded and was opened at once, then at the service. */
export class SessionFinder {
  readonly #sources: FindSources;
  readonly #pick = createFinderPick();
  readonly #list: FinderList;
  readonly #preview: Preview;
  readonly #service: ServiceLookup<LocatedSession>;
  readonly #hidden: () => void;
  readonly #services: readonly FindService[];
  readonly #here: SessionsHere;
  #text = '';
  #lookup: Lookup = { conditions: [] };
  #shown: readonly LocatedSession[] = [];
  /** Whether Enter was pressed before the session was there: it is opened once it is. */
  #opens = false;
  #chosen = false;

  constructor(sources: FindSources, { services, hidden, windowIsThere }: FinderOptions) {
    this.#sources = sources;
    this.#preview = new Preview(sources.opensBehind);
    this.#services = services;
    this.#hidden = hidden;
    this.#service = sources.createLookup();
    this.#here = new SessionsHere(sources.loaded());
    this.#list = new FinderList(this.#pick, {
      windowIsThere,
      wentTo: (item) => this.#wentTo(item),
      accepted: (item) => this.#accepted(item),
    });
    // VS Code tells of what was put into the box here, too, and late.
    this.#pick.onDidChangeValue((text) => text !== this.#text && this.#typed(text));
    this.#pick.onDidHide(() => this.#dispose());
    this.#service.onDidChange(() => this.#answered());
  }

  /** What is in the box. */
  get text(): string {
    return this.#text;
  }

  get lookup(): Lookup {
    return this.#lookup;
  }

  get connections(): readonly string[] {
    return this.#services.map(({ name }) => name);
  }

  /** What was read of what was typed, in words. */
  get words(): string {
    return [lookupWords(this.#lookup), rangeWords(this.#lookup)].filter(Boolean).join(', ');
  }

  show(text: string): void {
    this.#pick.value = text;
    // The first rows are those of the text already: Enter may be pressed at once.
    this.#text = text;
    this.#lookup = readLookup(text);
    this.#here.read(() => this.#draw());
    this.#typed(text);
    this.#pick.show();
  }

  hide(): void {
    this.#pick.hide();
  }

  /** Opens the active row beside what is open. False where it is no session. */
  openToSide(): boolean {
    const { item } = this.#list;
    if (item?.open) this.#open(item.open, vscode.ViewColumn.Beside);
    return item?.open !== undefined;
  }

  #typed(text: string): void {
    this.#text = text;
    this.#lookup = readLookup(text);
    this.#list.begin();
    this.#opens = false;
    this.#preview.stop();
    this.#ask('afterPause');
    this.#draw();
  }

  #ask(when: 'afterPause' | 'atOnce'): void {
    const range = this.#range;
    const question =
      range && findQuestion(this.#lookup, { ...this.#sources, services: this.#services, dayOf: this.#dayOf });
    const asks = question && (question.isWorthwhile || when === 'atOnce');
    this.#service.ask(asks ? question : undefined, when);
  }

  readonly #dayOf = (id: string): Date | undefined => {
    const named = this.#sources.recent().find((recent) => recent.id === id);
    const loaded = this.#sources.loaded().find(({ session }) => session.id === id);
    return named?.start ?? (loaded && summarise(loaded.session).start);
  };

  #answered(): void {
    this.#here.give(this.#service.rows);
    this.#draw();
    if (this.#opens) this.#openOnceThere();
  }

  /** Opens the first session, now or when the service has answered. */
  #openOnceThere(): void {
    this.#opens = true;
    const [first] = this.#list.items;
    if (this.#service.state === 'answered' && first?.open) this.#open(first.open);
  }

  get #range(): DateRange | undefined {
    return rangeOfLookup(this.#lookup, this.#sources.now());
  }

  #draw(): void {
    const { now, zone, recent, wordsOf } = this.#sources;
    const lookup = this.#lookup;
    // Without a range that was typed, what is here is found whenever it was.
    const range = lookup.range && this.#range;
    const { state, rows, error } = this.#service;
    const loaded = this.#here.search(lookup, { range, most: mostShown, beside: rows });
    this.#shown = [...rows, ...loaded];
    const [first] = this.#services;
    const asked =
      this.#services.length === 1 ? (first?.name ?? '') : vscode.l10n.t('{0} connections', this.#services.length);
    const items = finderRows(
      {
        lookup,
        loaded,
        recent: recent().filter((one) => recentFits(one, lookup, range)),
        answer: { state, rows, error },
        widerDays: widened(this.#text, lookup, now())?.days,
        words: { zone: zone(), connection: first?.name ?? '', shown: this.#sources.shown },
        asked,
      },
      {
        ask: () => this.#askAtOnce(),
        widen: () => this.#widen(),
        run: ({ command, arguments: args = [] }) => {
          this.#pick.hide();
          void vscode.commands.executeCommand(command, ...args);
        },
        wordsOf: (failure) => wordsOf(failure, first?.name),
      },
    );
    this.#pick.title = vscode.l10n.t('Find Session on {0}', asked);
    this.#pick.busy = state === 'asking';
    this.#sayReading();
    this.#list.put(items);
  }

  /** How it was read stands under the box where VS Code has a place for that, else above it. */
  #sayReading(): void {
    const isId = this.#lookup.conditions.some((one) => one.kind === 'id' && one.whole);
    const typed = this.#lookup.conditions.length > 0 || this.#lookup.range;
    const words = this.#range
      ? isId
        ? lookupWords(this.#lookup)
        : this.words
      : vscode.l10n.t('The range ends before it begins.');
    sayUnderBox(this.#pick, typed ? words : '');
  }

  #wentTo(item: FindItem | undefined): void {
    this.#preview.stop();
    if (!item?.open) return;
    const { open } = item;
    this.#preview.showSoon(open.uri, () => this.#choose(open));
  }

  #accepted(item: FindItem | undefined): void {
    if (item?.open) this.#open(item.open);
    else if (item?.act) item.act();
    else this.#openOnceThere();
  }

  #askAtOnce(): void {
    this.#ask('atOnce');
    // It may have answered before the row that asks it was gone.
    if (this.#lookup.conditions.some(({ kind }) => kind === 'id')) this.#openOnceThere();
  }

  /** The wider range is typed for the person: it can be seen, and taken back. */
  #widen(): void {
    const wider = widened(this.#text, this.#lookup, this.#sources.now());
    if (!wider) return;
    this.#pick.value = wider.text;
    this.#typed(wider.text);
    this.#ask('atOnce');
  }

  #open(row: FoundRow, viewColumn?: vscode.ViewColumn): void {
    this.#preview.stop();
    this.#choose(row);
    this.#chosen = true;
    this.#pick.hide();
    void vscode.commands.executeCommand('vscode.open', row.uri, {
      preview: true,
      ...(viewColumn ? { viewColumn } : {}),
    });
  }

  /** What was found becomes a list to walk through. */
  #choose({ connection, id }: FoundRow): void {
    const found = { connection, shown: this.#shown, recent: this.#sources.recent() };
    const sessions = sessionsOfRows(this.#list.items, found);
    const at = this.#sources.now();
    const range = this.#range ?? (rangeOfLookup({ conditions: [], range: defaultLookupRange }, at) as DateRange);
    const name = vscode.l10n.t('Find Session');
    this.#sources.lists.chosenFrom(foundList(sessions, { name, connection, range, at }), { connection, id });
  }

  #dispose(): void {
    this.#here.dispose();
    this.#service.dispose();
    this.#list.dispose();
    this.#pick.dispose();
    void this.#preview.end(this.#chosen);
    this.#hidden();
  }
}
