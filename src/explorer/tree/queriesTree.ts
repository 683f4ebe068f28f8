import * as vscode from 'vscode';
import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { FoundSession } from '../../api/runs/resultLists.ts';
import type { Runs } from '../../api/runs/runs.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import type { LocalProgress } from '../../host/connections/localService.ts';
import { DisposableStore } from '../../host/disposables.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { Following } from '../follow/following.ts';
import { queriesElsewhere } from '../queries/queriesElsewhere.ts';
import type { QueryFiles } from '../queries/queryFiles.ts';
import type { LastRuns } from '../runs/lastRuns.ts';
import type { QueryForest } from './queryForest.ts';
import { queryForest } from './queryForest.ts';
import { rowItem } from './rowItem.ts';
import type { QueryRow, Row } from './rows.ts';
import { ShownRows } from './shownRows.ts';
import { registerStaleDecorations } from './staleDecorations.ts';
import { TreeHead } from './treeHead.ts';
import { TreeRefresh } from './treeRefresh.ts';

export interface TreeSources {
  readonly files: QueryFiles;
  readonly runs: Runs;
  readonly deleted: DeletedSessions;
  readonly lastRuns: Pick<LastRuns, 'of'>;
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  readonly following: Pick<Following, 'arrivedOf' | 'isFollowed' | 'onDidChange' | 'unseen'>;
  readonly zone: () => ShownZone;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
  readonly onDidChangeWords: vscode.Event<unknown>;
  readonly progressOf: (connection: string) => LocalProgress | undefined;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  readonly onDidProgress: vscode.Event<void>;
  /** What a node is called, for a query. */
  readonly nameOf: (query: vscode.Uri, nodeId: string) => string | undefined;
}

/** More rows than this fit into few views. */
const mostInSight = 50;

/** The view of all saved queries, and below each what its run found. */
export class QueriesTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #sources: TreeSources;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<Row | undefined>());
  readonly #view: vscode.TreeView<Row>;
  readonly #shown: ShownRows;
  readonly #head: TreeHead;
  readonly #refresh: TreeRefresh;
  #forest: QueryForest | undefined;
  #growing: Promise<QueryForest> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  /** `view` is the one that shows these rows; whoever made it disposes of it. */
  constructor(sources: TreeSources, view: vscode.TreeView<Row>) {
    this.#sources = sources;
    this.#view = view;
    this.#shown = new ShownRows(sources);
    this.#head = new TreeHead(view, sources);
    this.#refresh = new TreeRefresh({
      forest: () => this.#forest,
      hasRun: (queryUri) => sources.runs.current(queryUri) !== undefined,
      regrow: () => {
        this.#growing = undefined;
      },
      draw: (row) => this.#changed.fire(row),
    });
    this.#store.add(registerStaleDecorations());
    this.#store.add(
      sources.files.onDidChange(() => {
        this.#growing = undefined;
        this.#changed.fire(undefined);
      }),
    );
    this.#store.add(
      sources.onDidChangeWords(() => {
        this.#head.sayZone();
        this.#changed.fire(undefined);
      }),
    );
    this.#store.add(sources.runs.onDidChange((uri) => this.#refresh.soon(uri)));
    this.#store.add(
      sources.following.onDidChange((uri) => {
        this.#refresh.soon(uri);
        this.#head.sayUnseen();
      }),
    );
    this.#store.add(
      sources.onDidProgress(() => {
        for (const { identity, state } of sources.runs.all)
          if (state === 'running') this.#refresh.soon(identity.queryUri);
      }),
    );
    this.#store.add(
      sources.deleted.onDidChange(() => {
        for (const { identity } of sources.runs.all) this.#refresh.soon(identity.queryUri);
      }),
    );
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      // Not before the view is looked at: the first words about a zone take as long as half of activation.
      this.#head.sayZone();
      this.#growing ??= this.#grow();
      return [...(await this.#growing).roots];
    }
    if (row.kind === 'folder') return [...row.children];
    if (row.kind === 'day') return [...row.sessions];
    return row.kind === 'query' ? [...this.#shown.of(row).below] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { zone, wordsOf, runs, deleted, progressOf, unfoundIn, nameOf, following, lastRuns, shown } = this.#sources;
    return rowItem(row, {
      zone: zone(),
      wordsOf,
      deleted,
      progressOf,
      unfoundIn,
      runOf: ({ queryUri }) => runs.current(queryUri.toString()),
      isBelowDay: (session) => this.#shown.dayOf(session) !== undefined,
      nameOf,
      shown,
      lastRunOf: ({ queryUri }) => lastRuns.of(queryUri.toString()),
      isFollowed: ({ queryUri }) => following.isFollowed(queryUri.toString()),
    });
  }

  getParent(row: Row): Row | undefined {
    if (row.kind === 'folder' || row.kind === 'query') return this.#forest?.parents.get(row.id);
    return this.#shown.dayOf(row) ?? this.#forest?.queries.get(row.queryUri.toString());
  }

  /** The selected rows, for commands that come without one. */
  get selection(): readonly Row[] {
    return this.#view.selection;
  }

  /** Calls when rows are selected, by a person or because they are followed. */
  onDidSelect(listener: (rows: readonly Row[]) => void): vscode.Disposable {
    return this.#view.onDidChangeSelection(({ selection }) => listener(selection));
  }

  /** Selects the row of a session that is shown elsewhere: the focus stays there, and so does what the side bar shows. */
  async follow({ connection, id, queryUri }: FoundSession & { readonly queryUri: string }): Promise<void> {
    if (!this.#view.visible) return;
    const query = await this.#queryRow(vscode.Uri.parse(queryUri, true));
    const row = query && this.#rowsOf(query).find((one) => isRowOf(one, { connection, id }));
    if (row) await this.#show(row, { select: true, focus: false });
  }

  /** Shows a query's rows without taking the keys; `withKeys` where its row had them, which a first run makes another row to VS Code. */
  async reveal(queryUri: vscode.Uri, { withKeys = false } = {}): Promise<void> {
    const row = await this.#queryRow(queryUri);
    if (!row) return;
    await this.#show(row, { expand: true, select: false, focus: withKeys });
    // VS Code brings a row into sight and no more: after the last one the query stands at the top, with as many of its rows as fit.
    const last = this.#rowsOf(row).slice(0, mostInSight).at(-1);
    if (!last) return;
    await this.#show(last, { select: false, focus: false });
    await this.#show(row, { select: false, focus: false });
  }

  /** Selects the row at a place below a query: after loading more, the first new one. Answers whether there is one. */
  async select(queryUri: vscode.Uri, index: number): Promise<boolean> {
    const query = await this.#queryRow(queryUri);
    const row = query && this.#rowsOf(query)[index];
    if (row) await this.#show(row, { select: true, focus: true });
    return row !== undefined;
  }

  /** A row may go while VS Code still looks for it: then there is nothing to show. */
  async #show(row: Row, options: Parameters<vscode.TreeView<Row>['reveal']>[1]): Promise<void> {
    try {
      await this.#view.reveal(row, options);
    } catch {
      // VS Code has no other answer to a row that is not there any more.
    }
  }

  dispose(): void {
    this.#refresh.stop();
    this.#store.dispose();
  }

  #grow(): Promise<QueryForest> {
    const grow = async (): Promise<QueryForest> => {
      const files = await this.#sources.files.all();
      const forest = queryForest([...files, ...(await queriesElsewhere(files, this.#sources.runs))], this.#forest);
      // One that was overtaken by a later one is not what VS Code will be given.
      if (this.#growing === growing) {
        this.#forest = forest;
        this.#refresh.grown();
        this.#head.sayWhetherEmpty(forest);
      }
      return forest;
    };
    const growing = grow();
    return growing;
  }

  /** The row of a query, drawn as things are now: VS Code reveals nothing before it has drawn what it was told of. */
  async #queryRow(queryUri: vscode.Uri): Promise<QueryRow | undefined> {
    await this.getChildren();
    this.#refresh.now();
    // What was just told may have brought a row that was not there.
    await this.getChildren();
    return this.#forest?.queries.get(queryUri.toString());
  }

  /** The rows of what a query found, whether days are told above them or in each. */
  #rowsOf(row: QueryRow): readonly Row[] {
    return this.#shown.of(row).all;
  }
}

function isRowOf(row: Row, { connection, id }: FoundSession): boolean {
  return row.kind === 'session' && row.connection === connection && row.session.id === id;
}
