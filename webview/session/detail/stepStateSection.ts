import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ParameterState } from '../../../src/domain/session/parameterHistory.ts';
import { parametersAfter } from '../../../src/domain/session/parameterHistory.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import type { Cell } from '../../parts/table.ts';
import { table } from '../../parts/table.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

interface StateActions {
  readonly selectStep: (step: number) => void;
}

/** The parameters as they stood after a step, those first that changed at it. */
export function stepStateSection(
  { conversation, changes }: SessionModel,
  step: Step,
  actions: StateActions,
): TemplateResult | typeof nothing {
  const states = parametersAfter(step.index, conversation.steps, changes);
  if (states.length === 0) return nothing;
  const isNew = (state: ParameterState): boolean => state.change?.step === step.index;
  const sorted = [...states.filter(isNew), ...states.filter((state) => !isNew(state))];
  return html`<section><h3>${words.parametersAfter}</h3>${table({
    label: words.parametersAfter,
    columns: [4, 4, 3],
    headings: [words.name, words.value, words.changed],
    rows: sorted.map((state) => [
      isNew(state) ? html`<strong title=${state.name}>${state.name}</strong>` : state.name,
      state.value ?? html`<span class="muted">${words.empty}</span>`,
      changedAt(state, step, actions),
    ]),
  })}</section>`;
}

function changedAt({ change }: ParameterState, step: Step, { selectStep }: StateActions): Cell {
  if (!change) return '';
  const how = [phrases.was(change.before), change.source].filter(Boolean).join(', ');
  if (change.step === step.index) return phrases.here(how);
  return html`<button class="link" title=${how} @click=${() => selectStep(change.step)}>${phrases.stepLink(change.step)}</button>`;
}
