import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Ending } from '../../../src/domain/session/findings.ts';
import { formatDuration } from '../../parts/format.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/nodeLabel.ts';
import { problemWords } from '../../parts/words.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';
import { toldErrorText } from './toldErrorText.ts';

interface FindingsActions {
  readonly nextProblem: () => void;
  readonly selectStep: (step: number) => void;
  readonly showParameters: () => void;
}

/** What is worth knowing before anything else, each a way to where it happened. */
export function findingsView(model: SessionModel, actions: FindingsActions): TemplateResult {
  const { conversation, findings } = model;
  const { incomplete, executionMs, ending } = findings;
  const slowest = findings.slowestWebhook ?? findings.slowest;
  const { problems, steps } = conversation;
  const first = steps[problems[0] ?? -1];
  return html`<div class="findings" role="group" aria-label=${words.findings}>
    ${
      first
        ? finding('error', phrases.problems(problems.length), {
            title: phrases.toNextProblem(first.index, stepTitle(model, first), problemWords(first)),
            run: actions.nextProblem,
            kind: 'bad',
          })
        : steps.length > 0
          ? html`<span class="finding muted"><span class="codicon codicon-check" aria-hidden="true"></span>${words.noProblem}</span>`
          : nothing
    }
    ${
      incomplete.length > 0
        ? finding('circle-large-outline', phrases.incomplete(incomplete), {
            title: words.toParameters,
            run: actions.showParameters,
          })
        : nothing
    }
    ${toldErrorsOf(findings.toldErrors, actions)}
    ${
      slowest
        ? finding('watch', phrases.slowest(stepTitle(model, steps[slowest.step]), formatDuration(slowest.ms)), {
            title: phrases.toStep(slowest.step),
            run: () => actions.selectStep(slowest.step),
          })
        : nothing
    }
    ${endingOf(ending, actions)}
    ${
      executionMs > 0
        ? html`<span class="finding muted">${phrases.execution(steps.length, formatDuration(executionMs))}</span>`
        : nothing
    }
  </div>`;
}

/** More of them are found in the path. */
const mostToldErrors = 3;

function toldErrorsOf(
  errors: SessionModel['findings']['toldErrors'],
  { selectStep }: FindingsActions,
): readonly TemplateResult[] {
  const shown = [...errors].slice(0, mostToldErrors + 1);
  return shown.map(([step, error], index) => {
    const rest = errors.size - mostToldErrors;
    const text = index < mostToldErrors ? html`${phrases.step(step)} ${toldErrorText(error)}` : phrases.more(rest);
    return finding('info', text, {
      title: `${words.toldError} ${phrases.toStep(step)}`,
      run: () => selectStep(step),
    });
  });
}

function endingOf(ending: Ending, { selectStep }: FindingsActions): TemplateResult | typeof nothing {
  switch (ending.type) {
    case 'endCall':
      return finding('call-outgoing', words.endedByFlow, {
        title: phrases.toStep(ending.step),
        run: () => selectStep(ending.step),
      });
    case 'elsewhere':
      return finding('debug-disconnect', words.endedElsewhere, {
        title: `${words.endedElsewhereWhy} ${phrases.toStep(ending.step)}`,
        run: () => selectStep(ending.step),
      });
    // The banner says that it goes on.
    case 'inProgress':
    case 'unknown':
      return nothing;
  }
}

function finding(
  icon: string,
  text: string | TemplateResult,
  { title, run, kind = '' }: { title: string; run: () => void; kind?: string },
): TemplateResult {
  return html`<button class="finding ${kind}" title=${title} @click=${run}>
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>${text}
  </button>`;
}
