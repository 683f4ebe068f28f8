import * as vscode from 'vscode';
import { queryEnding } from '../../host/queries/queryNames.ts';
import { checkLines } from './checkLines.ts';
import { lintLines } from './lintLines.ts';
import type { TaskFacts } from './taskFacts.ts';
import { TaskOutput } from './taskOutput.ts';

/** What ends sooner has not launched for VS Code, and "failed to launch" is what it says then: half a second, and some for its way there. */
const launchMs = 700;

const controlC = '\u0003';

/** How a shell says that somebody ended what ran in it. */
const interrupted = 130;

/** The terminal of a task: checks or lints files, here and not in a shell, so that it has the editor's connections and keys. */
export class TaskTerminal implements vscode.Pseudoterminal {
  readonly #facts: TaskFacts;
  readonly #written = new vscode.EventEmitter<string>();
  readonly #output = new TaskOutput((data) => this.#written.fire(data));
  readonly #closed = new vscode.EventEmitter<number>();
  readonly #stopping = new AbortController();
  #launched: Promise<void> | undefined;
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;

  constructor(facts: TaskFacts) {
    this.#facts = facts;
  }

  open(): void {
    this.#launched = new Promise((resolve) => setTimeout(resolve, launchMs));
    void this.#end(this.#run());
  }

  handleInput(data: string): void {
    if (this.#output.heard(data) || !data.includes(controlC)) return;
    this.#output.line('^C');
    this.#stopping.abort();
  }

  close(): void {
    this.#stopping.abort();
    this.#output.close();
  }

  async #end(run: Promise<number>): Promise<void> {
    const code = await run.catch((error: unknown) => {
      this.#output.line(this.#facts.wordsOf(error).sentence);
      return 3;
    });
    await this.#output.settled();
    await this.#launched;
    this.#closed.fire(code);
  }

  async #run(): Promise<number> {
    const { action, needs, wordsOf } = this.#facts;
    await this.#output.settled();
    const files = await this.#files();
    if (files.length === 0) {
      this.#output.line(vscode.l10n.t('There are no query files (NAME{0}) here.', queryEnding));
      return 2;
    }
    let ok = true;
    for (const file of files) {
      const name = nameOf(file, this.#facts.folder);
      const found =
        action === 'lint'
          ? await lintLines(file, name, needs)
          : await checkLines(file, name, { signal: this.#stopping.signal, needs, wordsOf });
      if (this.#stopping.signal.aborted) return interrupted;
      for (const line of found.lines) this.#output.line(line);
      ok &&= found.ok;
    }
    if (ok)
      this.#output.line(action === 'lint' ? vscode.l10n.t('No mistakes.') : vscode.l10n.t('All expectations held.'));
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
}

/** The path of a file from the folder of the task, as the problem matcher wants it. */
function nameOf(file: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): string {
  const start = `${folder?.uri.path}/`;
  return file.path.startsWith(start) ? file.path.slice(start.length) : vscode.workspace.asRelativePath(file, false);
}
