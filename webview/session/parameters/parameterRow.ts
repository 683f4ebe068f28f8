import type { TemplateResult } from 'lit/html.js';
import type { SessionParameter } from '../../../src/domain/session/collected.ts';
import type { ParameterChange } from '../../../src/domain/session/parameterHistory.ts';
import { html } from '../../parts/html.ts';
import type { RowWords } from '../../parts/list/listRows.ts';
import { stepTitle } from '../../parts/steps/nodeLabel.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

/** A parameter as it stands at the end, or one change of its value. */
export type ParameterRow =
  | { readonly type: 'parameter'; readonly parameter: SessionParameter }
  | { readonly type: 'change'; readonly change: ParameterChange };

/** The parameters whose name, value or any value on the way holds a text in lower case, with their changes. */
export function parameterRows({ parameters }: SessionModel, text: string): readonly ParameterRow[] {
  return parameters.flatMap((parameter): ParameterRow[] => {
    const { name, value, changes } = parameter;
    const named = holds(text, name, value);
    const shown = named ? changes : changes.filter(({ before, after }) => holds(text, before, after));
    if (!named && shown.length === 0) return [];
    return [{ type: 'parameter', parameter }, ...shown.map((change): ParameterRow => ({ type: 'change', change }))];
  });
}

function holds(text: string, ...parts: readonly (string | undefined)[]): boolean {
  return text === '' || parts.some((part) => part?.toLowerCase().includes(text));
}

export function parameterRow(
  model: SessionModel,
  row: ParameterRow | undefined,
  selectStep: (step: number) => void,
): TemplateResult {
  if (!row) return html``;
  if (row.type === 'change') {
    const { step, before, after, source } = row.change;
    // An option holds nothing else to press: with keys Enter goes to the step.
    const how = [phrases.was(before), source].filter(Boolean).join(', ');
    return html`<div class="parameter change" title=${after ?? words.empty}>
      <span><span class="link" @click=${() => selectStep(step)}>${phrases.stepLink(step)}</span>
        <span class="muted">${stepTitle(model, model.conversation.steps[step])}</span></span>
      <span class="ellipsis" dir="auto">${after ?? words.empty}</span>
      <span class="ellipsis muted" dir="auto">${how}</span>
    </div>`;
  }
  const { name, value, entity, completed } = row.parameter;
  return html`<div class="parameter" title=${`${name}: ${value ?? words.empty}`}>
    <span class="ellipsis parameter-name" dir="auto">${name}</span>
    <span class="ellipsis" dir="auto">${value ?? html`<span class="muted">${words.empty}</span>`}</span>
    <span class="ellipsis muted" dir="auto">${entity ?? ''}</span>
    <span class="ellipsis ${completed === false ? 'bad' : ''}">${completed === undefined ? '' : completed ? words.yes : words.no}</span>
  </div>`;
}

/** What a screen reader says of a row before what it shows. */
export function parameterRowWords(row: ParameterRow | undefined, position: number): RowWords {
  const notCompleted = row?.type === 'parameter' && row.parameter.completed === false;
  return { unseen: notCompleted ? `${words.notCompleted}, ` : '', position };
}
