import * as vscode from 'vscode';
import { createPick } from '../../host/surfaces/questions.ts';
import type { SeenValues } from '../learning/seenValues.ts';
import type { InputAnswers } from './inputAnswers.ts';

/** An input as it is asked for. */
export interface AskedInput {
  readonly id: string;
  readonly type: 'promptString' | 'pickString';
  readonly description?: string | undefined;
  readonly default?: string | undefined;
  readonly options?: readonly string[] | undefined;
  /** The fields in which the answer lands: what was seen there is offered too. */
  readonly fields: readonly string[];
  /** Why an answer does not fit where it lands, in a code; undefined when it does. */
  readonly problemOf: (answer: string) => 'number' | 'boolean' | 'date' | undefined;
}

export interface AskedQuery {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly connection: string;
  readonly inputs: readonly AskedInput[];
}

/** Asks for the inputs of a query, one after the other. Undefined when the person gave up: then nothing may be requested. */
export async function askInputs(
  query: AskedQuery,
  memory: { readonly answers: InputAnswers; readonly seenValues: SeenValues },
): Promise<ReadonlyMap<string, string> | undefined> {
  const answers = new Map<string, string>();
  for (const [index, input] of query.inputs.entries()) {
    const count = query.inputs.length;
    const answer = await ask(input, {
      title: count === 1 ? query.name : vscode.l10n.t('{0} ({1}/{2})', query.name, index + 1, count),
      choices: choicesFor(input, {
        before: memory.answers.of(query.uri, input.id),
        seen: input.fields.flatMap((field) => memory.seenValues.valuesOf(query.connection, field)),
      }),
    });
    if (answer === undefined) return undefined;
    answers.set(input.id, answer);
    // At once: who gives up at the next one need not write this one again.
    memory.answers.remember(query.uri, new Map([[input.id, answer]]));
  }
  return answers;
}

interface Choice extends vscode.QuickPickItem {
  readonly answer: string;
  /** Whether it stands for what is typed. */
  readonly typed?: boolean;
  /** Whether it is no answer, but says what to do. */
  readonly isHint?: boolean;
}

interface Offers {
  readonly before: readonly string[];
  readonly seen: readonly { readonly value: string; readonly label?: string }[];
}

/** The last answers first, then the default and the options, then what was seen; each once. */
function choicesFor(input: AskedInput, { before, seen }: Offers): Choice[] {
  const choices = new Map<string, Choice>();
  const offer = (answer: string, description: string, label = answer): void => {
    const problem = input.problemOf(answer);
    const item = { label: label || vscode.l10n.t('(empty)'), description, answer };
    // A default or an option that does not fit is known before it is chosen.
    if (!choices.has(answer)) choices.set(answer, problem ? unfit(item, problem) : item);
  };
  const offered = input.options ?? [];
  const stillOffered = (answer: string): boolean =>
    input.type === 'promptString' || offered.includes(answer) || seen.some(({ value }) => value === answer);
  for (const answer of before.filter(stillOffered)) offer(answer, vscode.l10n.t('last answer'));
  if (input.default !== undefined) offer(input.default, vscode.l10n.t('default'));
  for (const option of offered) offer(option, '');
  for (const { value, label } of seen) offer(value, label === undefined ? vscode.l10n.t('seen') : value, label);
  return [...choices.values()];
}

function ask(
  input: AskedInput,
  { title, choices }: { title: string; choices: readonly Choice[] },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = createPick<Choice>();
    const free = input.type === 'promptString';
    pick.title = title;
    pick.placeholder = input.description ?? input.id;
    const shown = choices.length > 0 ? choices : [nothingOffered(free)];
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    pick.items = shown;
    pick.onDidChangeValue((text) => {
      // What was typed is the first choice, unless it is among the others already.
      const typed = free && text !== '' && !choices.some(({ answer }) => answer === text);
      pick.items = typed ? [typedChoice(input, text), ...choices] : shown;
    });
    pick.onDidAccept(() => {
      const [active] = pick.activeItems;
      // Who types fast is ahead of the row that shows what was typed: the text field is right.
      const typed = free && pick.value !== '' ? pick.value : undefined;
      // Enter may come before VS Code has made the typed row the active one: the hint stands for what is typed by then.
      const answer = active && !active.typed && !active.isHint ? active.answer : typed;
      // An answer that does not fit says so in its row, and stays to be mended.
      if (answer === undefined || input.problemOf(answer)) return;
      resolve(answer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function typedChoice(input: AskedInput, text: string): Choice {
  const problem = input.problemOf(text);
  const item = { label: text, answer: text, typed: true, alwaysShow: true };
  return problem ? unfit(item, problem) : { ...item, description: vscode.l10n.t('as typed') };
}

type Problem = NonNullable<ReturnType<AskedInput['problemOf']>>;

function unfit(item: Choice, problem: Problem): Choice {
  return { ...item, detail: problemWords(problem), iconPath: new vscode.ThemeIcon('error') };
}

function nothingOffered(free: boolean): Choice {
  const label = free
    ? vscode.l10n.t('Write an answer')
    : vscode.l10n.t('Nothing to choose from: this input of the query has no "options"');
  return { label, answer: '', alwaysShow: true, isHint: true };
}

function problemWords(problem: Problem): string {
  switch (problem) {
    case 'number':
      return vscode.l10n.t('A number is needed here.');
    case 'boolean':
      return vscode.l10n.t('true or false is needed here.');
    case 'date':
      return vscode.l10n.t('A date is needed here, such as 2026-01-31 or now-7d/d.');
  }
}
