import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ViewSettings } from '../../src/protocol/messages.ts';
import { banner, maskBanner } from '../parts/banner.ts';
import { html } from '../parts/html.ts';
import { shortcutsView } from '../parts/shortcutsView.ts';
import { splitter } from '../parts/splitter.ts';
import { tabs } from '../parts/toolkit.ts';
import { words } from '../parts/words/words.ts';
import type { DetailActions } from './comparisonDetail.ts';
import { comparisonDetail } from './comparisonDetail.ts';
import { comparisonHeader } from './comparisonHeader.ts';
import type { ComparisonList } from './comparisonList.ts';
import type { ComparisonModel } from './comparisonModel.ts';
import { comparisonShortcuts } from './comparisonShortcuts.ts';
import { comparisonSigns } from './comparisonSigns.ts';
import type { ComparisonState, ComparisonTab } from './comparisonState.ts';
import { comparisonTabs } from './comparisonState.ts';
import { comparisonWords } from './comparisonWords.ts';
import { sidesTable } from './sidesTable.ts';

interface Parts {
  readonly model: ComparisonModel;
  readonly state: ComparisonState;
  readonly list: ComparisonList;
  readonly settings: ViewSettings;
  readonly help: boolean;
  readonly announcement: string;
}

type HeaderActions = Parameters<typeof comparisonHeader>[1];

interface Actions extends Omit<HeaderActions, 'timeZone' | 'onlyDifferences'> {
  readonly select: (row: number) => void;
  readonly selectTab: (tab: ComparisonTab) => void;
  readonly toDetail: () => void;
  readonly setSplit: (percent: number) => void;
  readonly detail: DetailActions;
}

/** Two sessions from their header to the difference of two steps. */
export function comparisonView(parts: Parts, actions: Actions): TemplateResult {
  const { model, state, settings } = parts;
  const { parameters, tags } = model.comparison;
  const all = [
    { id: 'steps', label: comparisonWords.steps, content: () => stepsView(parts, actions) },
    {
      id: 'parameters',
      label: words.parameters,
      count: parameters.length,
      content: () =>
        tableView(
          words.parameters,
          comparisonWords.sameParameters,
          parameters.map(({ name, left, right }) => ({ where: name, left, right })),
        ),
    },
    {
      id: 'tags',
      label: words.tags,
      count: tags.length,
      content: () =>
        tableView(
          words.tags,
          comparisonWords.sameTags,
          tags.map(({ tag, left, right }) => ({ where: tag.tag, left, right })),
        ),
    },
  ];
  const choose = (id: string): void => actions.selectTab(comparisonTabs.find((tab) => tab === id) ?? 'steps');
  return html`<div class="app">
    ${comparisonHeader(model, { ...actions, timeZone: settings.timeZone, onlyDifferences: state.onlyDifferences })}
    ${model.comparison.otherAgent ? banner(comparisonWords.otherAgent) : nothing}
    ${maskBanner(parts.settings)}
    ${tabs({ label: words.views, all, active: state.tab }, choose)}
    ${parts.help ? shortcutsView(comparisonShortcuts(), actions.toggleHelp, comparisonSigns()) : nothing}
    <div class="live" role="status" aria-live="polite">${parts.announcement}</div>
  </div>`;
}

function stepsView({ model, state, list }: Parts, actions: Actions): TemplateResult {
  return html`<div class="columns compared-columns" .style=${`--split: ${state.split}%`}>
    ${list.render(model, state, { select: actions.select, toDetail: actions.toDetail })}
    ${splitter({ label: words.splitter, percent: state.split, move: actions.setSplit })}
    <section class="column detail" tabindex="-1" aria-label=${comparisonWords.detail}>
      ${comparisonDetail(model, state.row, actions.detail)}
    </section>
  </div>`;
}

function tableView(label: string, same: string, rows: Parameters<typeof sidesTable>[1]): TemplateResult {
  if (rows.length === 0) return html`<p class="note">${same}</p>`;
  return html`<div class="grid-view">${sidesTable(label, rows)}</div>`;
}
