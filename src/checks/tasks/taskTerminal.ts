import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';
import { queryEnding } from '../../host/queries/queryNames.ts';
import { checkLines } from './checkLines.ts';
import { lintLines } from './lintLines.ts';
import type { TaskFacts } from './taskFacts.ts';

/** The terminal of a task: checks or lints files, here and not in a shell, so that it has the editor's connections and keys. */
export class TaskTerminal implements vscode.Pseudoterminal {
  readonly #facts: TaskFacts;
  readonly #written = new vscode.EventEmitter<string>();
  readonly #closed = new vscode.EventEmitter<number>();
  readonly #stopping = new AbortController();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;

  constructor(facts: TaskFacts) {
    this.#facts = facts;
  }

  open(): void {
    void this.#run().then(
      (code) => this.#closed.fire(code),
      (error: unknown) => {
        this.#line(this.#facts.wordsOf(error).sentence);
        this.#closed.fire(3);
      },
    );
  }

  close(): void {
    this.#stopping.abort();
  }

  async #run(): Promise<number> {
    const { action, needs, wordsOf } = this.#facts;
    const files = await this.#files();
    if (files.length === 0) {
      this.#line(vscode.l10n.t('There are no query files (NAME{0}) here.', queryEnding));
      return 2;
    }
    let ok = true;
    for (const file of files) {
      if (this.#stopping.signal.aborted) return 1;
      const name = vscode.workspace.asRelativePath(file, false);
      const found =
        action === 'lint'
          ? await lintLines(file, name, needs.now())
          : await checkLines(file, name, { signal: this.#stopping.signal, needs, wordsOf });
      for (const line of found.lines) this.#line(line);
      ok &&= found.ok;
    }
    if (ok) this.#line(action === 'lint' ? vscode.l10n.t('No mistakes.') : vscode.l10n.t('All expectations held.'));
    return ok ? 0 : 1;
  }

  async #files(): Promise<readonly vscode.Uri[]> {
    const { folder, paths } = this.#facts;
    if (!folder) return [];
    const found = await Promise.all(
      paths.map((path) => {
        const inside = path.replace(/^\.\/?|\/+$/gu, '');
        if (inside.endsWith(queryEnding)) return [vscode.Uri.joinPath(folder.uri, inside)];
        const pattern = `${inside ? `${inside}/` : ''}**/*${queryEnding}`;
        return vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/node_modules/**');
      }),
    );
    return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Its place is a terminal, which obeys what is no text. */
  #line(text: string): void {
    this.#written.fire(`${inertText(text)}\r\n`);
  }
}
