import type { TemplateResult } from 'lit/html.js';
import type { Density } from '../../../src/domain/session/timeline/timelineRows.ts';
import { densities } from '../../../src/domain/session/timeline/timelineRows.ts';
import { html } from '../../parts/html.ts';
import { stepName } from '../../parts/steps/stepLabel.ts';
import { choice, dropdown, textField } from '../../parts/toolkit.ts';
import type { TimelineFilter } from '../model/timelineFilter.ts';
import { kindOfName, nameOfKind } from '../model/timelineFilter.ts';
import type { PathForm } from '../model/viewState.ts';
import { densityWords, phrases, words } from '../words/words.ts';

interface FilterBar {
  readonly density: Density;
  readonly form: PathForm;
  readonly filter: TimelineFilter;
  readonly kinds: readonly string[];
  readonly shown: number;
  readonly all: number;
  readonly setDensity: (density: Density) => void;
  readonly setForm: (form: PathForm) => void;
  readonly setFilter: (filter: TimelineFilter) => void;
}

/** What of a session the timeline shows: said or ran, of which kind, with which text; and whether as a graph. */
export function filterBar(bar: FilterBar): TemplateResult {
  const { density, form, filter, kinds, shown, all, setDensity, setForm, setFilter } = bar;
  const graph = form === 'graph';
  return html`<div class="filter">
    ${choice({ label: words.density, options: densities, chosen: density, words: densityWords, choose: setDensity })}
    ${dropdown({
      label: words.stepsOfKind,
      options: kinds.map((value) => ({ value, words: kindWords(value) })),
      chosen: nameOfKind(filter.kind),
      choose: (name) => setFilter({ ...filter, kind: kindOfName(name) }),
    })}
    ${textField({ label: words.filterSteps, value: filter.text, input: (text) => setFilter({ ...filter, text }) })}
    <span class="muted">${shown === all ? phrases.steps(all) : phrases.shownOf(shown, all)}</span>
    <button
      class="toggle"
      aria-pressed=${String(graph)}
      title=${words.asGraph}
      aria-label=${words.asGraph}
      @click=${() => setForm(graph ? 'list' : 'graph')}
      ><span class="codicon codicon-type-hierarchy" aria-hidden="true"></span
    ></button>
  </div>`;
}

function kindWords(name: string): string {
  const kind = kindOfName(name);
  if (typeof kind !== 'string') return stepName(kind.type === '' ? undefined : kind.type);
  return kind === 'all' ? words.allSteps : words.onlyProblems;
}
