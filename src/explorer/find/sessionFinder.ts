import * as vscode from 'vscode';
import type { InsightsClient } from '../../api/client/insightsClient.ts';
import type { SearchOptions } from '../../api/search/searchSessions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { FindTarget } from '../../domain/session/findTarget.ts';
import { findTargetOf, isNumber, spellingsOf } from '../../domain/session/findTarget.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { resolveRange } from '../../domain/time/dates.ts';
import { createPick } from '../../host/surfaces/questions.ts';
import type { RunSources } from '../runs/runQuery.ts';
import type { FindItem } from './sessionPick.ts';
import { sessionPick } from './sessionPick.ts';

export interface FindSources {
  readonly now: () => Date;
  readonly zone: () => string;
  /** The connection that is searched. */
  readonly active: () => {
    readonly name: string;
    readonly client: Pick<InsightsClient, 'search' | 'getSession' | 'findSession'>;
  };
  readonly searchSessions: (options: SearchOptions) => Promise<SessionStream>;
  /** Sessions that were loaded already, with the connection that they came from. */
  readonly loaded: () => readonly { readonly connection: string; readonly session: SessionDocument }[];
  readonly wordsOf: RunSources['wordsOf'];
}

const mostShown = 50;
const recently = 'now-7d';
const longAgo = 'now-120d';

/** The quick pick that searches while one types. */
export class SessionFinder {
  readonly #sources: FindSources;
  readonly #pick = createPick<FindItem>();
  readonly #connection: ReturnType<FindSources['active']>;
  #asked = '';
  /** Whether Enter was pressed before the session was there: it is opened once it is. */
  #opens = false;
  #search = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(sources: FindSources) {
    this.#sources = sources;
    this.#connection = sources.active();
    this.#pick.title = vscode.l10n.t('Find Session on {0}', this.#connection.name);
    this.#pick.placeholder = vscode.l10n.t("A session id, or the caller's number written any way");
    this.#pick.onDidChangeValue((text) => this.#typed(text));
    this.#pick.onDidAccept(() => this.#accept());
    this.#pick.onDidHide(() => {
      this.#stop();
      this.#pick.dispose();
    });
  }

  show(): void {
    this.#typed('');
    this.#pick.show();
  }

  #typed(text: string): void {
    this.#stop();
    this.#asked = '';
    this.#opens = false;
    const target = findTargetOf(text);
    this.#pick.items = [...(target ? [this.#offer(target)] : []), ...this.#known(text, target)];
    // Half a number finds nothing: what is surely whole is searched by itself, everything else on Enter.
    if (target?.whole) this.#timer = setTimeout(() => this.#ask(target, recently), target.kind === 'id' ? 100 : 600);
  }

  #accept(): void {
    const [item] = this.#pick.activeItems;
    if (item?.open) this.#open(item.open);
    else if (item?.act) item.act();
  }

  #open(session: vscode.Uri): void {
    this.#pick.hide();
    void vscode.commands.executeCommand('vscode.open', session, { preview: true });
  }

  #offer(target: FindTarget): FindItem {
    const label =
      target.kind === 'id'
        ? vscode.l10n.t('Search for the session {0}', target.id)
        : vscode.l10n.t('Search for calls of {0} in the last 7 days', target.digits);
    return {
      label,
      iconPath: new vscode.ThemeIcon('search'),
      alwaysShow: true,
      act: () => {
        this.#opens = target.kind === 'id';
        this.#ask(target, recently);
      },
    };
  }

  #ask(target: FindTarget, from: string): void {
    const asked = JSON.stringify([target, from]);
    if (asked === this.#asked) {
      // The answer may be there by the time that Enter is.
      const [first] = this.#pick.items;
      if (this.#opens && first?.open) this.#open(first.open);
      return;
    }
    this.#stop();
    this.#asked = asked;
    this.#search = new AbortController();
    const { signal } = this.#search;
    this.#pick.busy = true;
    const show = (items: readonly FindItem[]): void => {
      if (signal.aborted) return;
      this.#pick.items = items;
    };
    const found = (items: readonly FindItem[]): void => {
      show(items);
      const [first] = items;
      if (this.#opens && !signal.aborted && first?.open) this.#open(first.open);
    };
    const work =
      target.kind === 'id' ? this.#byId(target, signal) : this.#byNumber(target.digits, from, { signal, show });
    work
      .then(found, (error: unknown) => show(this.#failed(error, target)))
      .finally(() => {
        if (!signal.aborted) this.#pick.busy = false;
      });
  }

  async #byId(target: FindTarget & { kind: 'id' }, signal: AbortSignal): Promise<readonly FindItem[]> {
    const { client } = this.#connection;
    const known = this.#sources.loaded().find(({ session }) => session.id === target.id);
    const day = target.day ?? (known && summarise(known.session).start);
    const { session } = day
      ? await client.getSession(target.id, day, signal)
      : await client.findSession(target.id, signal);
    return this.#rows([session]);
  }

  async #byNumber(
    digits: string,
    from: string,
    { signal, show }: { signal: AbortSignal; show: (items: readonly FindItem[]) => void },
  ): Promise<readonly FindItem[]> {
    const range = resolveRange({ from }, this.#sources.now()) as DateRange;
    const should = spellingsOf(digits).map((source) => ({ term: { source } }));
    const stream = await this.#sources.searchSessions({
      request: {
        range,
        filterBy: { should },
        sortBy: [{ field: 'session_start_time', direction: 'desc' }],
        pageSize: mostShown,
        pageNumber: 0,
      },
      client: this.#connection.client,
      signal,
    });
    const found: SessionDocument[] = [];
    for await (const session of stream) {
      found.push(session);
      if (found.length % 10 === 1) show(this.#rows(found));
      if (found.length === mostShown) break;
    }
    const wider = from === recently ? [this.#wider(digits)] : [];
    const none = { label: vscode.l10n.t('No calls of {0} in that time', digits), alwaysShow: true };
    return found.length > 0 ? [...this.#rows(found), ...wider] : [...wider, ...(wider.length > 0 ? [] : [none])];
  }

  #wider(digits: string): FindItem {
    return {
      label: vscode.l10n.t('Search the last 120 days for {0}', digits),
      description: vscode.l10n.t('slower'),
      iconPath: new vscode.ThemeIcon('search'),
      alwaysShow: true,
      act: () => this.#ask({ kind: 'number', digits, whole: true }, longAgo),
    };
  }

  #failed(error: unknown, target: FindTarget): readonly FindItem[] {
    this.#asked = '';
    const { sentence, action } = this.#sources.wordsOf(error, this.#connection.name);
    // A label is cut off where the row ends; what stands below it has the whole width.
    const failure: FindItem = {
      label: vscode.l10n.t('The search failed'),
      detail: sentence,
      iconPath: new vscode.ThemeIcon('error'),
      alwaysShow: true,
    };
    const again = { ...this.#offer(target), label: vscode.l10n.t('Search again') };
    if (!action) return [failure, again];
    const act = (): void => {
      this.#pick.hide();
      void vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
    };
    return [failure, { label: action.title, alwaysShow: true, act }, again];
  }

  /** Sessions that are here already: all of them before anything is typed, then those that fit. */
  #known(text: string, target: FindTarget | undefined): readonly FindItem[] {
    const wanted = text.trim().toLowerCase();
    const fits = (session: SessionDocument): boolean => {
      if (wanted === '') return true;
      const { id, caller, agent } = summarise(session);
      if (target?.kind === 'number' && isNumber(caller, target.digits)) return true;
      return Boolean(id?.toLowerCase().startsWith(wanted) || agent?.toLowerCase().includes(wanted));
    };
    const rows = this.#sources
      .loaded()
      .filter(({ session }) => fits(session))
      .slice(0, mostShown)
      .flatMap(({ session, connection }) => sessionPick(session, { connection, zone: this.#sources.zone() }));
    const separator = { label: vscode.l10n.t('Loaded before'), kind: vscode.QuickPickItemKind.Separator };
    return rows.length > 0 ? [separator, ...rows] : [];
  }

  #rows(sessions: readonly SessionDocument[]): readonly FindItem[] {
    const place = { connection: this.#connection.name, zone: this.#sources.zone() };
    return sessions.flatMap((session) => sessionPick(session, place));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#search.abort();
    this.#pick.busy = false;
  }
}
