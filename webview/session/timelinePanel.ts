import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../parts/html.ts';
import { splitter } from '../parts/splitter.ts';
import { nodeLabel } from '../parts/steps/nodeLabel.ts';
import { words as shared } from '../parts/words/words.ts';
import type { DetailActions } from './detail/stepDetail.ts';
import { stepDetail } from './detail/stepDetail.ts';
import type { SessionModel } from './model/model.ts';
import type { ViewState } from './model/viewState.ts';
import { overviewStrip } from './timeline/overviewStrip.ts';
import type { TimelineActions, TimelineView } from './timeline/timelineView.ts';
import { brokenOffWhy, phrases, words } from './words/words.ts';

interface PanelActions extends TimelineActions {
  /** Goes to a step with the keys. */
  readonly goTo: (step: number) => void;
  readonly setSplit: (percent: number) => void;
  readonly detail: Omit<DetailActions, 'selectStep'>;
}

/** The timeline below its overview, and the selected step in detail. */
export function timelinePanel(
  {
    model,
    state,
    timeline,
  }: { readonly model: SessionModel; readonly state: ViewState; readonly timeline: TimelineView },
  actions: PanelActions,
): TemplateResult {
  const step = model.conversation.steps[state.step ?? -1];
  const line = model.conversation.lines[state.line ?? -1];
  const label = step ? phrases.detailOf(step.index, nodeLabel(model, step)) : words.detail;
  const { selectStep: select, goTo, setSplit } = actions;
  const list = timeline.render(model, state, actions);
  return html`<div class="timeline-panel">
    ${overviewStrip(model, { step: state.step, inSight: timeline.inSight }, { select, goTo })}
    <div class="columns" .style=${`--split: ${state.split}%`}>
      ${list}
      ${splitter({
        label: shared.splitter,
        percent: state.split,
        move: setSplit,
      })}
      <section class="column detail" tabindex="-1" aria-label=${label}>
        ${state.end && model.brokenOff ? html`<p class="note">${brokenOffWhy[model.brokenOff]}</p>` : nothing}
        ${
          step
            ? stepDetail(model, { step, part: state.part }, { ...actions.detail, selectStep: goTo })
            : html`<p class="note">${line ? words.noLineStep : words.noStep}</p>`
        }
      </section>
    </div>
  </div>`;
}
