import type * as vscode from 'vscode';
import type { FoundSession } from '../api/runs/resultLists.ts';
import type { Run } from '../api/runs/run.ts';
import { fieldsOfFacet } from '../domain/results/rows/facetFields.ts';
import { facetColumn, fieldColumn } from '../domain/results/rows/rowColumns.ts';
import { ConnectedPage } from '../host/pages/connectedPage.ts';
import { namesForPage } from '../host/pages/namesForPage.ts';
import { onDidChangeSetting, viewSettings } from '../host/settings.ts';
import type {
  ResultsAction,
  ResultsHostAnswers,
  ResultsHostMessage,
  ResultsPageMessage,
  ResultsView,
} from '../protocol/resultsMessages.ts';
import { Analyses } from './analysis/analyses.ts';
import { answerAnalysis, isOfAnalysis } from './analysis/answerAnalysis.ts';
import { answerPage } from './answerPage.ts';
import { FacetCounting } from './facets/facetCounting.ts';
import { facetNoteWords } from './facets/facetNotes.ts';
import { QueryColumns } from './query/queryColumns.ts';
import { QueryEdits } from './query/queryEdits.ts';
import type { ResultsSources } from './resultsSources.ts';
import { RowFeed } from './rowFeed.ts';
import { RunMasks } from './rows/runMasks.ts';
import { columnsView, facetsOf, rangeText, runView } from './runView.ts';

export interface PanelNeeds extends ResultsSources {
  /** Where the page's script and style are. */
  readonly dist: vscode.Uri;
  /** Says what a page asked for and could not have. */
  readonly failed: (error: unknown, what: string) => unknown;
}

interface ShownResults {
  readonly uri: vscode.Uri;
  /** Undefined for an address that names no query. */
  readonly query: vscode.Uri | undefined;
  readonly panel: vscode.WebviewPanel;
}

/** One page that shows what a query found, for as long as its tab is there. */
export class ResultsPanel {
  readonly #needs: PanelNeeds;
  readonly #shown: ShownResults;
  readonly #page: ConnectedPage<ResultsHostMessage, ResultsHostAnswers, ResultsPageMessage>;
  readonly #feed: RowFeed;
  readonly #columns: QueryColumns;
  readonly edits: QueryEdits | undefined;
  readonly #analyses: Analyses;
  readonly #counting: FacetCounting;
  readonly #masks = new RunMasks(() => viewSettings().masked);
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** The row whose session was opened, or walked to, last. */
  #at: { readonly run: Run; readonly row: number } | undefined;

  constructor(shown: ShownResults, needs: PanelNeeds) {
    this.#needs = needs;
    this.#shown = shown;
    this.#page = new ConnectedPage(shown.panel, {
      dist: needs.dist,
      failed: needs.failed,
      name: 'results',
      handle: (message: ResultsPageMessage) => this.#handle(message),
    });
    this.#feed = new RowFeed((run, chunk) => this.#page.channel.request({ type: 'rows', run, chunk }));
    this.#columns = new QueryColumns(shown.query);
    this.edits = shown.query && new QueryEdits(shown.query);
    this.#analyses = new Analyses({
      numberOf: needs.numberOf,
      nameOf: (nodeId) => needs.nodeFiles.namesFor(shown.query).get(nodeId)?.name,
      failureWords: (error, run) => needs.wordsOf(error, run.identity.connection).sentence,
      rangeWords: ({ identity: { range } }) => rangeText(range),
      masked: () => viewSettings().masked,
      send: (view) => void this.#page.send({ type: 'analysis', view }),
    });
    this.#counting = new FacetCounting({
      numberOf: needs.numberOf,
      failureWords: (error, run) => needs.wordsOf(error, run.identity.connection).sentence,
      maskOf: (run) => this.#masks.of(run),
      noteWords: facetNoteWords,
    });
    const { runs, deleted, nodeFiles, onDidProgress } = needs;
    const soon = (): void => this.#drawSoon();
    this.#page.own(this.#columns);
    this.#page.own(this.#columns.onDidChange(soon));
    this.#page.own(runs.onDidChange((uri) => uri === shown.query?.toString() && soon()));
    this.#page.own(deleted.onDidChange(soon));
    this.#page.own(onDidProgress(() => this.run?.state === 'running' && soon()));
    this.#page.own(onDidChangeSetting('insights', soon));
    this.#page.own(onDidChangeSetting('insights', () => this.#analyses.sendAll()));
    this.#page.own(this.#analyses);
    this.#page.own(this.#counting);
    this.#page.own(nodeFiles.onDidChange(soon));
    void nodeFiles.read();
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    this.#feed.stop();
  }

  get active(): boolean {
    return this.#shown.panel.active;
  }

  get query(): vscode.Uri | undefined {
    return this.#shown.query;
  }

  get columns(): QueryColumns {
    return this.#columns;
  }

  /** The run whose sessions are shown: the newest, or the last good one while that has nothing. */
  get run(): Run | undefined {
    const uri = this.query?.toString();
    if (uri === undefined) return undefined;
    const { runs } = this.#needs;
    const current = runs.current(uri);
    return current && current.sessions.length === 0 && current.state !== 'done'
      ? (runs.stale(uri) ?? current)
      : current;
  }

  /** Puts the keys into the page: the palette may have taken them. */
  focus(): void {
    this.#shown.panel.reveal(undefined, false);
  }

  async act(action: ResultsAction): Promise<void> {
    await this.#page.channel.request({ type: 'act', action });
  }

  /** A session was walked to in another editor: its row is shown here. */
  async walked({ connection, id, queryUri }: FoundSession & { readonly queryUri: string }): Promise<void> {
    const { run } = this;
    if (queryUri !== this.query?.toString() || run?.identity.connection !== connection) return;
    const row = run.sessions.findIndex((session) => session.id === id);
    if (row < 0) return;
    this.#at = { run, row };
    await this.#page.send({ type: 'walked', row });
  }

  async #handle(message: ResultsPageMessage): Promise<unknown> {
    if (message.type === 'open' && this.run) this.#at = { run: this.run, row: message.row };
    if (isOfAnalysis(message)) return answerAnalysis(message, this, this.#analyses);
    if (message.type === 'countFacets') return this.run && this.#counting.count(this.run, message);
    if (message.type === 'look') {
      if (this.query) this.#needs.looks.keep(this.query.toString(), message.look);
      return undefined;
    }
    if (message.type !== 'ready') return answerPage(message, this, this.#needs);
    const view = await this.#view();
    this.#feed.restart();
    this.#feedRows();
    this.#analyses.sendAll();
    const look = this.query && this.#needs.looks.of(this.query.toString());
    return look === undefined ? view : { ...view, look };
  }

  /** A run tells of each row that comes. */
  #drawSoon(): void {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      void this.#page.sendLatest(async () => ({ type: 'show', view: await this.#view() }));
      this.#feedRows();
      this.#askForRest();
    }, 50);
  }

  /** What was asked for of the sessions that were there is asked for of those that came since. */
  #askForRest(): void {
    const { run } = this;
    if (run?.state !== 'done' || run.more.asking.length > 0 || run.more.error !== undefined) return;
    const fields = [...this.#columns.paths, ...facetsOf(run).flatMap(fieldsOfFacet)];
    const behind = fields.filter((field) => {
      const count = run.more.have(field);
      return count > 0 && count < run.sessions.length;
    });
    if (behind.length > 0) void run.more.ask([...new Set(behind)]);
  }

  async #view(): Promise<ResultsView> {
    const { query, run } = this;
    await this.#columns.read();
    const current = query && this.#needs.runs.current(query.toString());
    return {
      name: this.#columns.name,
      settings: viewSettings(),
      run: runView({ current, run }, this.#needs),
      sort: this.#columns.sort,
      columns: columnsView(this.#columns.paths, run),
      // Nobody waits for names: those that are not read yet follow.
      nodeNames: namesForPage(this.#needs.nodeFiles, query),
      ...(this.#at && this.#at.run === run ? { at: this.#at.row } : {}),
    };
  }

  #feedRows(): void {
    const { run } = this;
    const columns = this.#columns.paths.map(fieldColumn);
    const facets = run ? facetsOf(run).map(facetColumn) : [];
    this.#feed.show(
      run && {
        run,
        number: this.#needs.numberOf(run),
        columns: ['id', 'start', 'duration', ...columns, ...facets],
        mask: this.#masks.of(run),
      },
    );
  }
}
