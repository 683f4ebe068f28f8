import * as vscode from 'vscode';

/** The rows of a tree whose code is loaded when VS Code first asks for one. */
export class LazyTree<Row> implements vscode.TreeDataProvider<Row> {
  readonly #tree: () => Promise<vscode.TreeDataProvider<Row>>;
  readonly #changed = new vscode.EventEmitter<Row | Row[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #listener: vscode.Disposable | undefined;

  constructor(tree: () => Promise<vscode.TreeDataProvider<Row>>) {
    this.#tree = tree;
  }

  /** Tells VS Code of what changes in the tree from now on. */
  follow(tree: vscode.TreeDataProvider<Row>): void {
    this.#listener = tree.onDidChangeTreeData?.((row) => this.#changed.fire(row ?? undefined));
  }

  async getChildren(row?: Row): Promise<Row[] | undefined | null> {
    return (await this.#tree()).getChildren(row);
  }

  async getTreeItem(row: Row): Promise<vscode.TreeItem> {
    return (await this.#tree()).getTreeItem(row);
  }

  async getParent(row: Row): Promise<Row | undefined | null> {
    return (await this.#tree()).getParent?.(row);
  }

  dispose(): void {
    this.#listener?.dispose();
    this.#changed.dispose();
  }
}
