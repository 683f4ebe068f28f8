import * as vscode from 'vscode';
import type { Position } from '../../domain/text/positionIn.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { LiveQueries } from '../../host/queries/liveQueries.ts';
import { showTest } from '../../host/surfaces/tests.ts';
import { translated } from '../../host/translated.ts';
import { nameOfExpectation } from '../../words/expectationWords.ts';
import type { ExpectationTest, QueryTest } from './queryTests.ts';
import { testsOf } from './queryTests.ts';

/** The query files that expect something, as tests: a test for each file, and one within it for each expectation. */
export class TestTree implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #controller: vscode.TestController;
  readonly #queries = this.#store.add(new LiveQueries(testsOf));
  readonly #shown = new Map<string, QueryTest>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #syncing: Promise<void> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(controller: vscode.TestController) {
    this.#controller = controller;
    this.#store.add(this.#queries.onDidChange(() => void this.#sync()));
  }

  /** Resolves when the tests are there that there are now. */
  ready(): Promise<void> {
    this.#syncing ??= this.#sync();
    return this.#syncing;
  }

  refresh(): void {
    this.#queries.refresh();
  }

  /** The query file of a test. */
  queryOf(item: vscode.TestItem): QueryTest | undefined {
    return this.#shown.get((item.parent ?? item).id);
  }

  queryAt(uri: vscode.Uri): QueryTest | undefined {
    return this.#shown.get(uri.toString());
  }

  itemOf({ uri }: Pick<QueryTest, 'uri'>): vscode.TestItem | undefined {
    return this.#controller.items.get(uri.toString());
  }

  get queries(): readonly QueryTest[] {
    return [...this.#shown.values()];
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #sync(): Promise<void> {
    const found = (await this.#queries.all()).filter(({ expectations }) => expectations.length > 0);
    const wanted = new Set(found.map(({ uri }) => uri.toString()));
    for (const id of this.#shown.keys()) {
      if (wanted.has(id)) continue;
      this.#controller.items.delete(id);
      this.#shown.delete(id);
    }
    for (const test of found) this.#show(test);
    this.#changed.fire();
  }

  #show(test: QueryTest): void {
    const { uri, name, at, expectations } = test;
    const id = uri.toString();
    const before = this.#shown.get(id);
    if (before && JSON.stringify(before) === JSON.stringify(test)) return;
    const range = new vscode.Range(positionOf(at), positionOf(at));
    const description = vscode.workspace.asRelativePath(uri);
    const item = showTest(this.#controller, { id, uri, label: name, description, range }, this.itemOf(test));
    const own = expectations.map(({ key, index, value, ...place }) =>
      showTest(
        this.#controller,
        {
          id: key,
          uri,
          label: translated(() => nameOfExpectation([value], 0)),
          range: rangeOf(place),
          sortText: String(index).padStart(6, '0'),
        },
        item.children.get(key),
      ),
    );
    item.children.replace(own);
    if (!this.itemOf(test)) this.#controller.items.add(item);
    this.#shown.set(id, test);
    // What was found was found of what stood there before.
    const changed = expectations.filter(({ key, written }) => before && writtenOf(before, key) !== written);
    const outdated = changed.flatMap(({ key }) => item.children.get(key) ?? []);
    if (outdated.length > 0) this.#controller.invalidateTestResults(outdated);
  }
}

function writtenOf({ expectations }: QueryTest, key: string): string | undefined {
  return expectations.find((one) => one.key === key)?.written;
}

export function rangeOf({ start, end }: Pick<ExpectationTest, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(positionOf(start), positionOf(end));
}

export function positionOf({ line, column }: Position): vscode.Position {
  return new vscode.Position(line - 1, column - 1);
}
