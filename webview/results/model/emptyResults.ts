import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { textButton } from '../../parts/toolkit.ts';
import type { TabContext } from './resultsTab.ts';
import { resultsWords } from './resultsWords.ts';

/** What stands in place of sessions where the run has none: that there are none in which range, and what can be done about it. */
export function noSessions({ model, host }: TabContext): TemplateResult {
  const { state, empty } = model.view?.run ?? { state: 'none', empty: undefined };
  const sentence = {
    none: resultsWords.notRun,
    running: resultsWords.running,
    done: empty?.sentence ?? resultsWords.nothingFound,
    failed: '',
    cancelled: resultsWords.stopped,
  }[state];
  const ask = (type: 'explainEmpty' | 'openQuery') => () => void host.channel.request({ type });
  return html`<div class="note empty-results">
    <p class="empty-sentence" dir="auto">${sentence}</p>
    ${
      empty && state === 'done'
        ? html`<p dir="auto">${empty.range}</p>
          <p class="empty-actions">
            ${empty.explain ? textButton(resultsWords.explainEmpty, ask('explainEmpty'), 'primary') : nothing}
            ${textButton(resultsWords.openQuery, ask('openQuery'))}
          </p>`
        : nothing
    }
  </div>`;
}

/** The same where there are sessions, and none of them is shown: undefined where some are. */
export function nothingShown({ model, redraw }: TabContext): TemplateResult | undefined {
  if (model.store.count === 0 || model.filtered.rows.length > 0) return undefined;
  if (model.isUnfiltered)
    return html`<div class="note empty-results"><p class="empty-sentence">${resultsWords.allDeleted}</p></div>`;
  const clear = (): void => {
    model.clearFilters();
    redraw.soon();
  };
  return html`<div class="note empty-results">
    <p class="empty-sentence">${resultsWords.nothingPasses}</p>
    <p class="empty-actions">${textButton(resultsWords.clearFilters, clear)}</p>
  </div>`;
}
