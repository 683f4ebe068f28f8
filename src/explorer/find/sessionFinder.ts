import * as vscode from 'vscode';
import type { ServiceLookup } from '../../api/lookup/serviceLookup.ts';
import type { ResultLists } from '../../api/runs/resultLists.ts';
import type { SearchOptions } from '../../api/search/searchSessions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { Lookup } from '../../domain/find/lookup.ts';
import { defaultLookupRange, rangeOfLookup, widened } from '../../domain/find/lookupRange.ts';
import { readLookup } from '../../domain/find/readLookup.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { fitsLookup, SessionIndex } from '../../domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { runCommand } from '../../host/commands.ts';
import type { OpensBehind } from '../../host/opensBehind.ts';
import { createOrderedPick } from '../../host/surfaces/questions.ts';
import { recentFits } from '../recent/recentFits.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { RunSources } from '../runs/runQuery.ts';
import type { FinderCommandId } from './finderCommandIds.ts';
import { finderRows } from './finderRows.ts';
import type { FindItem, FoundRow } from './findItem.ts';
import type { FindService, QuestionSources } from './findQuestion.ts';
import { findQuestion } from './findQuestion.ts';
import { foundList } from './foundList.ts';
import { lookupWords, rangeWords } from './lookupWords.ts';
import { Preview } from './preview.ts';

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

const mostShown = 50;
const sliceMs = 8;

/** The quick pick that finds sessions while one types: among what is loaded and was opened at once, then at the service. */
export class SessionFinder {
  readonly #sources: FindSources;
  readonly #pick = createOrderedPick<FindItem>();
  readonly #preview: Preview;
  readonly #service: ServiceLookup<LocatedSession>;
  readonly #hidden: () => void;
  readonly #services: readonly FindService[];
  readonly #index: SessionIndex;
  #reading: NodeJS.Immediate | undefined;
  #lookup: Lookup = { conditions: [] };
  /** What the services gave so far, whatever was asked: it may fit what is typed next. */
  #given: readonly LocatedSession[] = [];
  #shown: readonly LocatedSession[] = [];
  #drawn = '';
  /** Whether the person has gone to another row than the first. */
  #arrowed = false;
  /** Whether Enter was pressed before the session was there: it is opened once it is. */
  #opens = false;
  #chosen = false;

  constructor(sources: FindSources, { services, hidden }: { services: readonly FindService[]; hidden: () => void }) {
    this.#sources = sources;
    this.#preview = new Preview(sources.opensBehind);
    this.#services = services;
    this.#hidden = hidden;
    this.#service = sources.createLookup();
    this.#index = new SessionIndex(sources.loaded());
    this.#pick.placeholder = vscode.l10n.t('A session id, a number, #tag, @agent, words that were said, 30d');
    // The page of a session takes the keys while it loads, and when the palette that this came from closes.
    this.#pick.ignoreFocusOut = true;
    this.#pick.onDidChangeValue((text) => this.#typed(text));
    this.#pick.onDidAccept(() => this.#accept());
    this.#pick.onDidChangeActive(([item]) => this.#moved(item));
    this.#pick.buttons = finderButtons();
    this.#pick.onDidTriggerButton((button) => {
      const { command } = finderButtons().find(({ tooltip }) => tooltip === button.tooltip) ?? {};
      if (command) void runCommand(command);
    });
    this.#pick.onDidHide(() => this.#dispose());
    this.#service.onDidChange(() => this.#answered());
  }

  /** What is in the box. */
  get text(): string {
    return this.#pick.value;
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
    this.#read();
    this.#typed(text);
    this.#pick.show();
  }

  hide(): void {
    this.#pick.hide();
  }

  /** Opens the active row beside what is open. */
  openToSide(): void {
    const [item] = this.#pick.activeItems;
    if (item?.open) this.#open(item.open, vscode.ViewColumn.Beside);
  }

  /** Reads what is loaded in slices, so that keys are answered meanwhile. */
  #read(): void {
    clearImmediate(this.#reading);
    const slice = (): void => {
      this.#index.readUntil(performance.now() + sliceMs, () => performance.now());
      if (!this.#index.isReady) this.#reading = setImmediate(slice);
      else this.#draw();
    };
    slice();
  }

  #typed(text: string): void {
    this.#lookup = readLookup(text);
    this.#arrowed = false;
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
    const { rows, state } = this.#service;
    if (rows.length > 0)
      this.#given = [...rows, ...this.#given.filter((one) => !rows.includes(one))].slice(0, mostGiven);
    this.#draw();
    const [first] = this.#pick.items;
    if (this.#opens && state === 'answered' && first?.open) this.#open(first.open);
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
    const fitting = this.#given.filter((one) => !rows.includes(one) && fitsLookup(one.session, lookup, range));
    const loaded = [...fitting, ...this.#index.search(lookup, { range, most: mostShown })];
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
        widerDays: widened(this.#pick.value, lookup, now())?.days,
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
    this.#put(items);
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

  /** Nothing is drawn that stands already, and the row that the person went to stays the active one. */
  #put(items: readonly FindItem[]): void {
    const drawn = JSON.stringify(items.map(({ key, label, description, detail }) => [key, label, description, detail]));
    if (drawn === this.#drawn && this.#pick.items.length === items.length) return;
    this.#drawn = drawn;
    const active = this.#arrowed ? this.#pick.activeItems[0]?.key : undefined;
    this.#pick.keepScrollPosition = this.#arrowed;
    this.#pick.items = items;
    const kept = active === undefined ? undefined : items.find(({ key }) => key === active);
    if (kept) this.#pick.activeItems = [kept];
  }

  #moved(item: FindItem | undefined): void {
    const first = this.#pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    if (item && item.key !== first?.key) this.#arrowed = true;
    this.#preview.stop();
    if (!this.#arrowed || !item?.open) return;
    const { open } = item;
    this.#preview.showSoon(open.uri, () => this.#choose(open));
  }

  #accept(): void {
    const [item] = this.#pick.activeItems;
    if (item?.open) this.#open(item.open);
    else if (item?.act) item.act();
    else this.#opens = true;
  }

  #askAtOnce(): void {
    this.#opens = this.#lookup.conditions.some(({ kind }) => kind === 'id');
    this.#ask('atOnce');
  }

  /** The wider range is typed for the person: it can be seen, and taken back. */
  #widen(): void {
    const wider = widened(this.#pick.value, this.#lookup, this.#sources.now());
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
    const sessions = this.#pick.items.flatMap(({ open }): readonly SessionDocument[] => {
      if (open?.connection !== connection) return [];
      const loaded = this.#shown.find((one) => one.connection === connection && one.session.id === open.id);
      const kept = this.#sources.recent().find((one) => one.connection === connection && one.id === open.id);
      if (loaded) return [loaded.session];
      return kept
        ? [{ id: kept.id, session_start_time: kept.start.toISOString().slice(0, 23) } as SessionDocument]
        : [];
    });
    const at = this.#sources.now();
    const range = this.#range ?? (rangeOfLookup({ conditions: [], range: defaultLookupRange }, at) as DateRange);
    const name = vscode.l10n.t('Find Session');
    this.#sources.lists.chosenFrom(foundList(sessions, { name, connection, range, at }), { connection, id });
  }

  #dispose(): void {
    clearImmediate(this.#reading);
    this.#service.dispose();
    this.#pick.dispose();
    void this.#preview.end(this.#chosen);
    this.#hidden();
  }
}

const mostGiven = 1000;

/** What else can be done with a lookup; each has a key, too. */
function finderButtons() {
  const button = (icon: string, tooltip: string, command: FinderCommandId) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    command,
  });
  return [
    button('save', vscode.l10n.t('Save as Query File'), 'insights.find.saveQuery'),
    button('table', vscode.l10n.t('Open as Results'), 'insights.find.openResults'),
    button('plug', vscode.l10n.t('Search Another Connection'), 'insights.find.otherConnection'),
    button('globe', vscode.l10n.t('Search All Connections with a Key'), 'insights.find.allConnections'),
  ];
}

/** VS Codes that are older than this know no such place, and show nothing. */
function sayUnderBox(pick: vscode.QuickPick<FindItem>, words: string): void {
  Object.assign(pick, { prompt: words });
}
