import * as vscode from 'vscode';
import type { CommandRegistrar } from '../host/commandRegistrar.ts';
import { DisposableStore } from '../host/disposables.ts';
import { once } from '../host/once.ts';
import { checkCommandIds } from './checkCommandIds.ts';
import type { CheckSources } from './checks.ts';

/** What query files expect, as tests: loaded when the Test Explorer asks for them, when a query file is open, or by a command. */
export function registerChecks(registrar: CommandRegistrar, sources: () => Promise<CheckSources>): vscode.Disposable {
  const store = new DisposableStore();
  const controller = store.add(vscode.tests.createTestController('insights.checks', vscode.l10n.t('Insights Checks')));
  const checks = once(async () => {
    const [{ Checks }, ready] = await Promise.all([import('./checks.ts'), sources()]);
    return store.add(new Checks(controller, ready));
  });
  controller.resolveHandler = async () => (await checks()).resolve();
  controller.refreshHandler = async () => (await checks()).refresh();
  controller.createRunProfile(
    vscode.l10n.t('Check'),
    vscode.TestRunProfileKind.Run,
    async (request, token) => (await checks()).run(request, token),
    true,
    undefined,
    true,
  );
  const loadFor = ({ languageId }: vscode.TextDocument): void => {
    if (languageId === 'insights-query') void checks().then((loaded) => loaded.resolve());
  };
  store.add(vscode.workspace.onDidOpenTextDocument(loadFor));
  for (const document of vscode.workspace.textDocuments) loadFor(document);
  store.add(
    vscode.tasks.registerTaskProvider('insights', {
      provideTasks: async () => {
        const [{ tasksOf }, ready] = await Promise.all([import('./tasks/checkTasks.ts'), sources()]);
        return tasksOf(ready);
      },
      resolveTask: async (task) => {
        const [{ resolvedTask }, ready] = await Promise.all([import('./tasks/checkTasks.ts'), sources()]);
        return resolvedTask(task, ready);
      },
    }),
  );
  store.add(registrar.registerOnUse(checkCommandIds, async () => (await checks()).commands));
  return store;
}
