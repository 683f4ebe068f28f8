import type { QueryForest } from './queryForest.ts';
import type { Row } from './rows.ts';

/** The tree that is drawn anew. */
interface DrawnTree {
  forest(): QueryForest | undefined;
  hasRun(queryUri: string): boolean;
  /** The next drawing is of queries that are looked for anew. */
  regrow(): void;
  /** A row with all that is below it, or all of the tree. */
  draw(row: Row | undefined): void;
}

/** While many queries run, and for a single one. */
const [busyMs, quietMs] = [250, 16];

/** A run tells of every row that comes; the tree is drawn for several at once, and less often while many queries run. */
export class TreeRefresh {
  readonly #tree: DrawnTree;
  readonly #waiting = new Set<string>();
  /** The queries that VS Code was told of as having run: only those can be expanded. */
  readonly #ran = new Set<string>();
  /** The queries for which rows are being made, or taken away. */
  readonly #awaited = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;

  constructor(tree: DrawnTree) {
    this.#tree = tree;
  }

  soon(queryUri: string): void {
    this.#waiting.add(queryUri);
    this.#timer ??= setTimeout(() => this.now(), this.#busy ? busyMs : quietMs);
  }

  now(): void {
    this.stop();
    this.#busy = this.#waiting.size > 1;
    const changed = new Set([...this.#waiting].flatMap((uri) => this.#changedBy(uri)));
    this.#waiting.clear();
    // All of it is drawn anew anyway.
    if (changed.has(undefined)) this.#tree.draw(undefined);
    else for (const row of changed) this.#tree.draw(row);
  }

  /** The rows that were waited for are there, or gone. */
  grown(): void {
    this.#awaited.clear();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #changedBy(uri: string): readonly (Row | undefined)[] {
    const forest = this.#tree.forest();
    const ran = this.#tree.hasRun(uri);
    const row = forest?.queries.get(uri);
    // Its item becomes another one, which only its parent can hand out.
    const renewed = ran !== this.#ran.has(uri);
    if (ran) this.#ran.add(uri);
    else this.#ran.delete(uri);
    const changed = row ? [renewed ? forest?.parents.get(row.id) : row] : [];
    // One that is no file of the workspace, or whose rows went where its file went.
    const other = row ? !ran && row.file.place !== 'workspace' : ran;
    if (!other || !forest || this.#awaited.has(uri)) return changed;
    this.#awaited.add(uri);
    this.#tree.regrow();
    return [...changed, undefined];
  }
}
