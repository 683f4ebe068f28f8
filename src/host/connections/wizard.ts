import * as vscode from 'vscode';
import { createLine, createPick } from '../surfaces/questions.ts';

/** What a step was left with: an answer, the way back, or nothing when the person closed it. */
export type Answer<T> = { readonly value: T } | 'back' | undefined;

interface Place {
  readonly title: string;
  readonly step?: number;
  readonly steps?: number;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** One of several. */
export function choose<T>(
  at: Place & { placeholder: string; choices: readonly Choice<T>[]; active?: T },
): Promise<Answer<T>> {
  const input = createPick<Choice<T>>();
  input.placeholder = at.placeholder;
  input.items = at.choices;
  input.matchOnDescription = true;
  // Without one that is active already, the first stays so: Enter takes it.
  if (at.active !== undefined) input.activeItems = at.choices.filter(({ value }) => value === at.active);
  return ask(input, at, () => {
    const value = input.selectedItems[0]?.value;
    return value === undefined ? undefined : { value };
  });
}

/** A line of text. `problem` says what is wrong with one. */
export function askText(
  at: Place & {
    prompt: string;
    value?: string;
    placeholder?: string;
    password?: boolean;
    problem?: (text: string) => string | undefined;
  },
): Promise<Answer<string>> {
  const input = createLine();
  input.prompt = at.prompt;
  input.value = at.value ?? '';
  input.placeholder = at.placeholder;
  input.password = at.password ?? false;
  input.onDidChangeValue((text) => {
    input.validationMessage = text === '' ? undefined : at.problem?.(text.trim());
  });
  return ask(input, at, () => {
    const text = input.value.trim();
    input.validationMessage = text === '' ? (at.problem?.('') ?? vscode.l10n.t('Type something.')) : at.problem?.(text);
    return input.validationMessage ? undefined : { value: text };
  });
}

/** A step of `walk`: it asks, or is skipped. */
export type WizardStep = (at: { step: number; steps: number }) => Promise<Answer<unknown> | 'skip'>;

/**
 * Goes through steps until one is closed; back goes to the one before. Each puts its answer where it belongs itself. `stepsNow` are the
 * steps after what was answered so far: an answer changes those that follow it alone.
 */
export async function walk(stepsNow: () => readonly WizardStep[]): Promise<boolean> {
  const passed: number[] = [];
  for (let at = 0; ; ) {
    const steps = stepsNow();
    const step = steps[at];
    if (!step) return true;
    const answer = await step({ step: at + 1, steps: steps.length });
    if (answer === undefined) return false;
    if (answer === 'back') {
      at = passed.pop() ?? 0;
      continue;
    }
    if (answer !== 'skip') passed.push(at);
    at++;
  }
}

function ask<T>(
  input: vscode.QuickInput & {
    onDidAccept: vscode.Event<void>;
    onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
    buttons: readonly vscode.QuickInputButton[];
  },
  at: Place,
  accept: () => { readonly value: T } | undefined,
): Promise<Answer<T>> {
  input.title = at.title;
  input.step = at.step;
  input.totalSteps = at.steps;
  input.ignoreFocusOut = true;
  input.buttons = (at.step ?? 1) > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      const answer = accept();
      if (answer) finish(answer);
    });
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) finish('back');
    });
    input.onDidHide(() => finish(undefined));
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    input.show();
  });
}
