import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import { formatDuration } from '../../parts/words/format.ts';
import type { SessionModel } from '../model/model.ts';
import { isNew } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

/** The head of a turn: how many steps it has, how long they took, what failed; folded also what began it. */
export function turnHead(model: SessionModel, index: number, folded: boolean): TemplateResult {
  const turn = model.conversation.turns[index];
  if (!turn) return html``;
  const { steps } = turn;
  const problems = steps.filter(({ problem }) => problem !== undefined).length;
  const took = steps.reduce((sum, { executionMs = 0 }) => sum + executionMs, 0);
  const said = steps.find(({ userInput, spoken }) => userInput || spoken);
  return html`<div class="event turn" title=${turn.requestId ?? ''}>
    <span class="codicon codicon-chevron-${folded ? 'right' : 'down'}" aria-hidden="true"></span>
    <span class="step-name">
      <bdi>${phrases.turn(turn)}</bdi>
      ${folded && said ? html`<span class="about" dir="auto">${said.userInput || said.spoken}</span>` : nothing}
      <span class="turn-facts">${phrases.steps(steps.length)}${took > 0 ? ` · ${formatDuration(took)}` : ''}</span>
      ${isNew(model, steps.at(-1)) ? html`<span class="turn-facts fresh-mark">${words.fresh}</span>` : nothing}
      ${problems > 0 ? spokenIcon('error', phrases.problems(problems), 'mark') : nothing}
    </span>
  </div>`;
}
