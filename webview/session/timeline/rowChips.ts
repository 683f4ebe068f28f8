import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ParameterChange } from '../../../src/domain/session/parameterHistory.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

/** More than this at one step stand in its detail. */
const mostChips = 4;

/** What a step left behind: parameters that changed and tags; that its answer tells of an error; with `visits` which of its node's visits it is. */
export function rowChips(model: SessionModel, step: Step, visits = true): TemplateResult | typeof nothing {
  const chips = [
    ...(model.changes[step.index] ?? []).map(changeChip),
    ...(step.repeats ? [] : step.tags).map(
      ({ tag, category }) =>
        html`<span class="chip" dir="auto" title=${category ?? ''}><span class="codicon codicon-tag" aria-hidden="true"></span><bdi class="ellipsis">${tag}</bdi></span>`,
    ),
  ];
  const told = model.findings.toldErrors.get(step.index);
  const visit = step.repeats || !visits ? undefined : model.visits[step.index];
  const again = visit && visit.of > 1 ? visit : undefined;
  if (chips.length === 0 && !told && !again) return nothing;
  const rest = chips.length - mostChips;
  return html`<span class="chips">
    ${told ? spokenIcon('info', `${words.toldError} ${told.text}`) : nothing}
    ${again ? html`<span class="visit" title=${phrases.visit(again)}>${again.number}/${again.of}</span>` : nothing}
    ${chips.slice(0, mostChips)}
    ${rest > 0 ? html`<span class="visit">${phrases.more(rest)}</span>` : nothing}
  </span>`;
}

function changeChip({ name, before, after, source }: ParameterChange): TemplateResult {
  const how = [phrases.was(before), source].filter(Boolean).join(', ');
  return html`<span class="chip" dir="auto" title=${`${name}: ${after ?? words.empty}${how === '' ? '' : ` (${how})`}`}
    ><span class="codicon codicon-symbol-variable" aria-hidden="true"></span><span class="ellipsis"><bdi>${name}</bdi> = <bdi>${after ?? words.empty}</bdi></span></span
  >`;
}
