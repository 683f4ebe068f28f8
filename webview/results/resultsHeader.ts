import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ResultsView } from '../../src/protocol/resultsMessages.ts';
import { html } from '../parts/html.ts';
import { iconButton, textButton } from '../parts/toolkit.ts';
import { resultsWords } from './model/resultsWords.ts';

export interface HeaderActions {
  readonly run: () => void;
  readonly cancel: () => void;
  readonly loadMore: () => void;
  readonly loadAll: () => void;
  readonly mend: () => void;
  readonly openQuery: () => void;
}

/** What the results are of, how the run stands, and what can be done about it. */
export function resultsHeader({ name, run }: ResultsView, actions: HeaderActions): TemplateResult {
  const running = run.state === 'running' || run.asking.length > 0;
  return html`<header class="results-header">
    <div class="results-title">
      <h1 title=${name}><bdi dir="ltr">${name}</bdi></h1>
      <span class="run-outcome" role="status">${
        running ? html`<span class="codicon codicon-loading codicon-modifier-spin" aria-hidden="true"></span>` : nothing
      }${run.outcome}</span>
      <span class="muted ellipsis">${run.about}</span>
      <span class="spring"></span>
      ${run.canLoadMore ? moreButtons(actions) : nothing}
      <span class="results-actions"
        >${
          running
            ? textButton(resultsWords.cancel, actions.cancel)
            : textButton(
                run.state === 'none' ? resultsWords.run : resultsWords.runAgain,
                actions.run,
                run.state === 'none' ? 'primary' : 'secondary',
              )
        }${iconButton('go-to-file', resultsWords.openQuery, actions.openQuery)}</span
      >
    </div>
    ${run.failure ? failure(run.failure, actions.mend) : nothing}
    ${
      run.shortfall === undefined
        ? nothing
        : html`<p class="banner" role="note"><span class="codicon codicon-warning" aria-hidden="true"></span>${run.shortfall}</p>`
    }
    ${
      run.stale === undefined
        ? nothing
        : html`<p class="banner" role="note"><span class="codicon codicon-history" aria-hidden="true"></span>${run.stale}</p>`
    }
  </header>`;
}

function moreButtons({ loadMore, loadAll }: HeaderActions): TemplateResult {
  return html`${textButton(resultsWords.loadMore, loadMore)}${textButton(resultsWords.loadAll, loadAll)}`;
}

function failure({ sentence, action }: NonNullable<ResultsView['run']['failure']>, mend: () => void): TemplateResult {
  return html`<p class="run-failure" role="alert"><span class="codicon codicon-error" aria-hidden="true"></span
    ><span dir="auto">${sentence}</span>${action === undefined ? nothing : textButton(action, mend)}</p>`;
}
