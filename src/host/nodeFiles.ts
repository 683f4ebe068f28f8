import * as vscode from 'vscode';
import { nodeFileName } from '../domain/nodes/nodeFileName.ts';
import type { NodeFilePlace, NodeName } from '../domain/nodes/nodeNames.ts';
import { byNearness, mergeNodeNames, ownFolderFirst, readNodeNames } from '../domain/nodes/nodeNames.ts';
import { inertText } from '../domain/text/inertText.ts';
import { DisposableStore } from './disposables.ts';
import { isBelow, watchFiles } from './watchFiles.ts';

/** A name, and the node file that says so. */
export interface NamedNode extends NodeName {
  readonly file: vscode.Uri;
}

const pattern = `**/${nodeFileName}`;
const excluded = '**/{node_modules,.git}/**';
const mostFiles = 50;
/** A file that is longer was not written by people: nothing of it is read, which its problem says. */
const longestRead = 1_000_000;

/**
 * What the workspace's node files say, live as they change on disk and in editors. Nothing is looked for before somebody asks, and then
 * only file names and short files.
 */
export class NodeFiles implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #problems: vscode.DiagnosticCollection | undefined;
  #uris: Promise<readonly vscode.Uri[]> | undefined;
  #reading: Promise<ReadonlyMap<string, NamedNode>> | undefined;
  #names: ReadonlyMap<string, NamedNode> = new Map();
  #isRead = false;
  #files: readonly ReadFile[] = [];
  /** The names as each workspace folder has them. */
  readonly #namesIn = new Map<number, ReadonlyMap<string, NamedNode>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Some node got another name, or its first one; also once it is known that there are none. */
  readonly onDidChange = this.#changed.event;

  /** The names as they were read last. When they never were, reading begins, and `onDidChange` tells of them. */
  get names(): ReadonlyMap<string, NamedNode> {
    void this.read();
    return this.#names;
  }

  /** The names as they count for a file: of two for a node, the one of its own workspace folder. */
  namesFor(file: vscode.Uri | undefined): ReadonlyMap<string, NamedNode> {
    const { names } = this;
    const folder = file && vscode.workspace.getWorkspaceFolder(file)?.index;
    if (folder === undefined || (vscode.workspace.workspaceFolders ?? []).length < 2) return names;
    const known = this.#namesIn.get(folder);
    if (known) return known;
    const made = mergeNodeNames(ownFolderFirst(this.#files, folder));
    this.#namesIn.set(folder, made);
    return made;
  }

  /** The same once they were read; reading begins, as with `names`. */
  knownFor(file: vscode.Uri): ReadonlyMap<string, NamedNode> | undefined {
    const names = this.namesFor(file);
    return this.#isRead ? names : undefined;
  }

  /** All names, by node id. */
  read(): Promise<ReadonlyMap<string, NamedNode>> {
    if (!this.#reading) {
      this.#watch();
      this.#readAgain();
    }
    return this.#reading ?? Promise.resolve(this.#names);
  }

  /** All node files, the one whose names count first in front. */
  async list(): Promise<readonly vscode.Uri[]> {
    await this.read();
    // None are known for a moment after a change: whoever asks then is not told that there are none.
    this.#uris ??= find();
    return this.#uris;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #watch(): void {
    this.#problems = this.#store.add(vscode.languages.createDiagnosticCollection('insights.nodes'));
    const holds = async (folder: vscode.Uri): Promise<boolean> => isBelow(folder, (await this.#uris) ?? []);
    this.#store.add(watchFiles(pattern, holds, () => this.#lookAgain()));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#lookAgain()));
    const edited = ({ uri }: vscode.TextDocument): void => {
      if (uri.path.endsWith(`/${nodeFileName}`)) this.#soon();
    };
    this.#store.add(vscode.workspace.onDidChangeTextDocument(({ document }) => edited(document)));
    // What was not saved is gone with its editor.
    this.#store.add(vscode.workspace.onDidCloseTextDocument(edited));
  }

  #lookAgain(): void {
    this.#uris = undefined;
    this.#soon();
  }

  /** A burst of changes is one. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAgain(), 100);
  }

  #readAgain(): void {
    this.#uris ??= find();
    const files = this.#uris.then((uris) => Promise.all(uris.map(readFile)));
    const reading = files.then(mergeNodeNames);
    this.#reading = reading;
    void Promise.all([files, reading]).then(([read, names]) => {
      // A later look is on its way already.
      if (this.#reading !== reading) return;
      this.#problems?.clear();
      for (const { file, tooLong } of read) if (tooLong) this.#problems?.set(file, [lengthProblem()]);
      const before = this.#files;
      this.#files = read;
      this.#namesIn.clear();
      // A name that counts in its own folder only is one, too.
      if (this.#isRead && sameNames(this.#names, names) && sameFiles(before, read)) return;
      this.#isRead = true;
      this.#names = names;
      this.#changed.fire();
    });
  }
}

async function find(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(pattern, excluded, mostFiles);
  const unique = new Map(found.map((uri) => [uri.toString(), uri]));
  return [...unique.values()]
    .map((uri) => ({ uri, place: placeOf(uri) }))
    .sort((a, b) => byNearness(a.place, b.place))
    .map(({ uri }) => uri);
}

function placeOf(uri: vscode.Uri): NodeFilePlace {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return { folder: folder?.index ?? 0, path: vscode.workspace.asRelativePath(uri, false) };
}

interface ReadFile {
  readonly place: NodeFilePlace;
  readonly file: vscode.Uri;
  readonly names: ReadonlyMap<string, NodeName>;
  readonly tooLong: boolean;
}

/** An open editor's text, saved or not, before the file's. One that cannot be read names nothing. */
async function readFile(file: vscode.Uri): Promise<ReadFile> {
  const text = await shortText(file).catch(() => '');
  return {
    file,
    place: placeOf(file),
    names: text === undefined ? new Map() : readNodeNames(text),
    tooLong: text === undefined,
  };
}

/** Undefined when it is too long. */
async function shortText(file: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  const length = open ? open.getText().length : (await vscode.workspace.fs.stat(file)).size;
  if (length > longestRead) return undefined;
  if (open) return open.getText();
  const bytes = await vscode.workspace.fs.readFile(file);
  // It may have grown since it was asked how long it is.
  return bytes.length > longestRead ? undefined : new TextDecoder().decode(bytes);
}

function lengthProblem(): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    inertText(vscode.l10n.t('This file is longer than {0} MB: none of its names are shown.', longestRead / 1_000_000)),
    vscode.DiagnosticSeverity.Warning,
  );
  problem.source = 'insights';
  return problem;
}

function sameFiles(a: readonly ReadFile[], b: readonly ReadFile[]): boolean {
  const text = (files: readonly ReadFile[]): string =>
    JSON.stringify(files.map(({ file, names }) => [file.toString(), [...names]]));
  return a.length === b.length && text(a) === text(b);
}

function sameNames(a: ReadonlyMap<string, NamedNode>, b: ReadonlyMap<string, NamedNode>): boolean {
  return a.size === b.size && JSON.stringify([...a]) === JSON.stringify([...b]);
}
