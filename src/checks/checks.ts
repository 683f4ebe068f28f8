import * as vscode from 'vscode';
import type { Commands, QueryTarget } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import { queryOf } from '../host/queries/queryTarget.ts';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { CheckCommandId } from './checkCommandIds.ts';
import { CheckLenses } from './checkLens.ts';
import type { RunNeeds } from './running/checkRun.ts';
import { runChecks } from './running/checkRun.ts';
import { checkContinuously } from './running/continuousChecks.ts';
import { LastVerdicts } from './sessions/lastVerdicts.ts';
import type { OpenNeeds } from './sessions/openBrokenSession.ts';
import { openBrokenSession } from './sessions/openBrokenSession.ts';
import { TestTree } from './tests/testTree.ts';

export interface CheckSources extends Omit<RunNeeds, 'controller' | 'tree' | 'last'> {
  readonly openSession: OpenNeeds['openSession'];
  /** The folder of the workflows that are written into repositories. */
  readonly workflows: vscode.Uri;
}

/** The expectations of query files in the Test Explorer and in their editors. */
export class Checks implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #needs: RunNeeds & OpenNeeds;
  readonly commands: Pick<Commands, CheckCommandId>;

  constructor(controller: vscode.TestController, sources: CheckSources) {
    const tree = this.#store.add(new TestTree(controller));
    const last = this.#store.add(new LastVerdicts());
    this.#needs = { ...sources, controller, tree, last };
    const lenses = this.#store.add(new CheckLenses({ tree, last }));
    this.#store.add(vscode.languages.registerCodeLensProvider({ language: 'insights-query' }, lenses));
    this.commands = {
      'insights.checkQuery': (target) => this.#checkQuery(target),
      'insights.openBrokenSession': (target) => openBrokenSession(target, this.#needs),
      'insights.addChecksToCi': async () => (await import('./ci/addChecksToCi.ts')).addChecksToCi(sources.workflows),
    };
  }

  /** The tests of all query files are there at once: who resolves one waits for them. */
  resolve(): Promise<void> {
    return this.#needs.tree.ready();
  }

  refresh(): void {
    this.#needs.tree.refresh();
  }

  async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous) checkContinuously(request, token, this.#needs);
    else await runChecks(request, this.#needs);
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #checkQuery(target: QueryTarget | undefined): Promise<void> {
    const { tree, last } = this.#needs;
    await tree.ready();
    const uri = queryOf(target);
    const query = uri && tree.queryAt(uri);
    const item = query && tree.itemOf(query);
    if (!uri || !item) return tellInStatusBar(vscode.l10n.t('Open a query file that has "expect" first.'));
    await runChecks(new vscode.TestRunRequest([item]), this.#needs);
    const verdicts = [...(last.of(uri)?.values() ?? [])];
    const held = verdicts.filter((one) => one.held).length;
    tellInStatusBar(vscode.l10n.t('{0} of {1} expectations held.', held, query.expectations.length));
  }
}
