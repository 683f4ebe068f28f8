import * as vscode from 'vscode';
import type { ServiceLookup } from '../../api/lookup/serviceLookup.ts';
import type { Lookup } from '../../domain/find/lookup.ts';
import type { KnownValues } from '../../domain/find/lookupQuery.ts';
import { defaultLookupRange, rangeOfLookup, widened } from '../../domain/find/lookupRange.ts';
import { unseenValues } from '../../domain/find/nearValues.ts';
import { readLookup, respelled } from '../../domain/find/readLookup.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { summarise } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { recentFits } from '../recent/recentFits.ts';
import { FinderList } from './finderList.ts';
import { createFinderPick, sayUnderBox } from './finderPick.ts';
import { finderRows, foundBy } from './finderRows.ts';
import type { FindItem } from './findItem.ts';
import type { FindService, ServiceAnswer } from './findQuestion.ts';
import { findQuestion } from './findQuestion.ts';
import type { FindSources } from './findSources.ts';
import type { Found } from './foundOpener.ts';
import { FoundOpener } from './foundOpener.ts';
import { readingWords } from './lookupWords.ts';
import { SessionsHere } from './sessionsHere.ts';

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
  readonly #opener: FoundOpener;
  readonly #service: ServiceLookup<ServiceAnswer>;
  readonly #hidden: () => void;
  readonly #services: readonly FindService[];
  readonly #loaded: readonly LocatedSession[];
  readonly #here: SessionsHere;
  #text = '';
  #lookup: Lookup = { conditions: [] };
  #shown: readonly LocatedSession[] = [];
  /** Whether the person wants parts of names to be looked for. */
  #looksThrough = false;
  /** Whether Enter was pressed before the session was there: it is opened once it is. */
  #opens = false;

  constructor(sources: FindSources, { services, hidden, windowIsThere }: FinderOptions) {
    this.#sources = sources;
    this.#opener = new FoundOpener(sources, { found: () => this.#found(), close: () => this.#pick.hide() });
    this.#services = services;
    this.#hidden = hidden;
    this.#service = sources.createLookup();
    this.#loaded = sources.loaded();
    this.#here = new SessionsHere(this.#loaded);
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

  /** Opens the active row beside what is open. False where it isn’t a session. */
  openToSide(): boolean {
    const { item } = this.#list;
    if (item?.open) this.#opener.open(item.open, vscode.ViewColumn.Beside);
    return item?.open !== undefined;
  }

  #typed(text: string): void {
    this.#text = text;
    this.#lookup = readLookup(text);
    this.#list.begin();
    this.#opens = false;
    this.#looksThrough = false;
    this.#opener.stop();
    this.#ask('afterPause');
    this.#draw();
  }

  #ask(when: 'afterPause' | 'atOnce'): void {
    const range = this.#range;
    const question =
      range &&
      findQuestion(
        this.#lookup,
        { ...this.#sources, services: this.#services, dayOf: this.#dayOf },
        this.#looksThrough,
      );
    const asks = question && (question.isWorthwhile || when === 'atOnce');
    this.#service.ask(asks ? question : undefined, when);
  }

  readonly #dayOf = (id: string): Date | undefined => {
    const named = this.#sources.recent().find((recent) => recent.id === id);
    const loaded = this.#loaded.find(({ session }) => session.id === id);
    return named?.start ?? (loaded && summarise(loaded.session).start);
  };

  #answered(): void {
    this.#here.give(foundBy(this.#service.rows));
    this.#draw();
    if (this.#opens) this.#openOnceThere();
  }

  /** Opens the first session, now or when the service has answered. */
  #openOnceThere(): void {
    this.#opens = true;
    const [first] = this.#list.items;
    // A session has one id: whoever found it, the others need not be waited for.
    const isId = this.#lookup.conditions.some((one) => one.kind === 'id' && one.whole);
    const isThere = this.#service.state === 'answered' || (isId && this.#service.state !== 'waiting');
    if (isThere && first?.open) this.#opener.open(first.open);
  }

  get #range(): DateRange | undefined {
    return rangeOfLookup(this.#lookup, this.#sources.now());
  }

  #draw(): void {
    const { now, zone, recent, wordsOf } = this.#sources;
    const lookup = this.#lookup;
    // Without a range that was typed, what is here is found whenever it was.
    const range = lookup.range && this.#range;
    const { state, rows: services } = this.#service;
    const rows = foundBy(services);
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
        answer: { state, services },
        unseen: state === 'answered' ? unseenValues(lookup, this.#knownValues) : [],
        looksThrough: this.#looksThrough,
        widerDays: widened(this.#text, lookup, now())?.days,
        words: { zone: zone(), connection: first?.name ?? '', shown: this.#sources.shown },
        asked,
      },
      {
        ask: () => this.#askAtOnce(),
        widen: () => this.#widen(),
        lookThrough: () => this.#lookThrough(),
        respell: (condition, value) => this.#retype(respelled(this.#text, condition, value)),
        run: ({ command, arguments: args = [] }) => {
          this.#pick.hide();
          void vscode.commands.executeCommand(command, ...args);
        },
        wordsOf,
      },
    );
    this.#pick.title = vscode.l10n.t('Find Session on {0}', asked);
    this.#pick.busy = state === 'asking';
    sayUnderBox(this.#pick, readingWords(lookup, { isRange: this.#range !== undefined }));
    this.#list.put(items);
  }

  #wentTo(item: FindItem | undefined): void {
    this.#opener.stop();
    if (item?.open) this.#opener.previewSoon(item.open);
  }

  #accepted(item: FindItem | undefined): void {
    if (item?.open) this.#opener.open(item.open);
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
    this.#retype(widened(this.#text, this.#lookup, this.#sources.now())?.text);
  }

  #retype(text: string | undefined): void {
    if (text === undefined) return;
    this.#pick.value = text;
    this.#typed(text);
    this.#ask('atOnce');
  }

  /** The text stays: what is asked is another question about it. */
  #lookThrough(): void {
    this.#looksThrough = true;
    this.#ask('atOnce');
    this.#draw();
  }

  /** What was seen on any of the connections. */
  readonly #knownValues: KnownValues = (kind) => [
    ...new Set(this.connections.flatMap((name) => this.#sources.knownValues(name)(kind))),
  ];

  #found(): Found {
    const lastDays = { conditions: [], range: defaultLookupRange };
    const range = this.#range ?? (rangeOfLookup(lastDays, this.#sources.now()) as DateRange);
    return { items: this.#list.items, sessions: this.#shown, range };
  }

  #dispose(): void {
    this.#here.dispose();
    this.#service.dispose();
    this.#list.dispose();
    this.#pick.dispose();
    this.#opener.end();
    this.#hidden();
  }
}
