import * as vscode from 'vscode';
import { commandOf } from '../host/commands.ts';
import { codeLensEnabled, onDidChangeSetting } from '../host/settings.ts';
import { iconText } from '../host/surfaces/iconText.ts';
import type { LastVerdicts } from './sessions/lastVerdicts.ts';
import type { TestTree } from './tests/testTree.ts';
import { positionOf } from './tests/testTree.ts';

interface LensNeeds {
  readonly tree: TestTree;
  readonly last: LastVerdicts;
}

/** The lens above `expect`: check it, and what came of it last. */
export class CheckLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #needs: LensNeeds;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(needs: LensNeeds) {
    this.#needs = needs;
    const changed = (): void => this.#changed.fire();
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      needs.tree.onDidChange(changed),
      needs.last.onDidChange(changed),
      onDidChangeSetting('insights.codeLens.enabled', changed),
    );
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!codeLensEnabled()) return [];
    const { tree, last } = this.#needs;
    await tree.ready();
    const query = tree.queryAt(uri);
    if (!query) return [];
    const at = positionOf(query.at);
    const lens = (command: vscode.Command): vscode.CodeLens => new vscode.CodeLens(new vscode.Range(at, at), command);
    const verdicts = [...(last.of(uri)?.values() ?? [])];
    const broken = verdicts.filter(({ held }) => !held);
    const icon = verdicts.length === 0 ? 'beaker' : broken.length > 0 ? 'error' : 'pass';
    const title = last.isRunning(uri) ? vscode.l10n.t('Checking…') : checkWords(verdicts.length, broken.length);
    const opens = broken.some((one) => one.broken.some((session) => session.uri));
    return [
      lens(commandOf('insights.checkQuery', iconText(icon, title), uri)),
      ...(opens ? [lens(commandOf('insights.openBrokenSession', vscode.l10n.t('Open session that broke it')))] : []),
    ];
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

function checkWords(all: number, broken: number): string {
  if (all === 0) return vscode.l10n.t('Check');
  return broken === 0
    ? vscode.l10n.t('Held · Check again')
    : vscode.l10n.t('{0} of {1} held · Check again', all - broken, all);
}
