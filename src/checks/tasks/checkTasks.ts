import * as vscode from 'vscode';
import type { CheckNeeds } from '../running/checkFile.ts';
import type { TaskFacts } from './taskFacts.ts';
import { TaskTerminal } from './taskTerminal.ts';

/** The type of tasks that check and lint query files. */
const taskType = 'insights';

export interface TaskNeeds extends CheckNeeds, Pick<TaskFacts, 'wordsOf'> {}

const actions = ['check', 'lint'] as const;
type Action = (typeof actions)[number];

/** A task for each of what can be done in each folder: its problems are told by their paths from there. */
export function tasksOf(needs: TaskNeeds): vscode.Task[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.flatMap((folder) => actions.map((action) => taskOf({ type: taskType, action }, folder, needs)));
}

/** The task that a workspace defines; undefined where nobody knows what it is to do. */
export function resolvedTask({ definition, scope }: vscode.Task, needs: TaskNeeds): vscode.Task | undefined {
  if (!actions.includes(definition.action)) return undefined;
  return taskOf(definition, scope ?? vscode.TaskScope.Workspace, needs);
}

function taskOf(
  definition: vscode.TaskDefinition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope,
  needs: TaskNeeds,
): vscode.Task {
  const action: Action = definition.action;
  const paths: readonly string[] = Array.isArray(definition.paths) ? definition.paths.map(String) : ['.'];
  const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
  const execution = new vscode.CustomExecution(
    async () => new TaskTerminal({ action, paths, folder, needs, wordsOf: needs.wordsOf }),
  );
  const named = typeof scope === 'object' ? scope : vscode.TaskScope.Workspace;
  const task = new vscode.Task(definition, named, action, taskType, execution, '$insights');
  task.group = vscode.TaskGroup.Test;
  return task;
}
