import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Ending } from '../../../src/domain/session/failures/findings.ts';
import { isTransfer } from '../../../src/domain/session/failures/findings.ts';
import type { Outcome } from '../../../src/domain/session/session.ts';
import { isUnwell } from '../../../src/domain/session/timeline/standout.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/steps/nodeLabel.ts';
import { stepIcon } from '../../parts/steps/stepLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { spoken } from '../../parts/words/spoken.ts';
import { problemWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { toldErrorWhy } from '../words/toldErrorWords.ts';
import { phrases, words } from '../words/words.ts';

interface FindingsActions {
  readonly nextProblem: () => void;
  readonly goTo: (step: number) => void;
  /** Goes to where the session broke off. */
  readonly goToEnd: () => void;
  readonly showParameters: () => void;
}

/** What stands out beside the first problem, each a way to where it happened. */
export function findingsView(model: SessionModel, actions: FindingsActions): TemplateResult {
  const { findings } = model;
  const { incomplete, ending, slowestWebhook, longestSpeech } = findings;
  return html`<div class="findings" role="group" aria-label=${words.findings}>
    ${problemsOf(model, actions)}
    ${toldErrorsOf(findings.toldErrors, actions)}
    ${
      incomplete.length > 0
        ? finding('circle-large-outline', phrases.incomplete(incomplete), {
            title: words.toParameters,
            run: actions.showParameters,
          })
        : nothing
    }
    ${loopOf(model, actions)}
    ${saidAgainOf(model, actions)}
    ${transferOf(model, actions)}
    ${endingOf(ending, actions)}
    ${slowestWebhook ? slow('watch', phrases.slowestWebhook(formatDuration(slowestWebhook.ms)), slowestWebhook.step) : nothing}
    ${longestSpeech ? slow('comment', phrases.longestSpeech(formatDuration(longestSpeech.ms)), longestSpeech.step) : nothing}
  </div>`;

  function slow(icon: string, text: string, step: number): TemplateResult {
    return finding(icon, text, {
      title: `${phrases.toStep(step)}: ${stepTitle(model, model.conversation.steps[step])}`,
      run: () => actions.goTo(step),
    });
  }
}

/** That there are no problems is said only where the service says so too, and nothing else stands out. */
function problemsOf(model: SessionModel, { nextProblem }: FindingsActions): TemplateResult | typeof nothing {
  const { problems, steps } = model.conversation;
  const first = steps[problems[0] ?? -1];
  if (first) {
    return finding('error', phrases.problems(problems.length), {
      title: phrases.toNextProblem(first.index, stepTitle(model, first), problemWords(first)),
      run: nextProblem,
      kind: 'bad',
    });
  }
  if (steps.length === 0) return nothing;
  const well = model.standout === undefined && !isUnwell(model.summary);
  const { outcome } = model.summary;
  return html`<span class="finding muted" title=${whyNoStepFailed[outcome] ?? ''}
    ><span class="codicon codicon-${well ? 'check' : 'info'}" aria-hidden="true"></span>${well ? words.noProblem : (noStepFailed[outcome] ?? words.noStepFailed)}</span
  >`;
}

const noStepFailed: Readonly<Partial<Record<Outcome, string>>> = spoken(() => ({
  error: words.noStepFailedButError,
  warning: words.noStepFailedButWarning,
}));

const whyNoStepFailed: Readonly<Partial<Record<Outcome, string>>> = spoken(() => ({
  error: words.noStepFailedWhy,
  warning: words.noStepFailedButWarned,
}));

/** More of them are found in the path. */
const mostToldErrors = 3;

function toldErrorsOf(
  errors: SessionModel['findings']['toldErrors'],
  { goTo }: FindingsActions,
): readonly TemplateResult[] {
  const shown = [...errors].slice(0, mostToldErrors + 1);
  return shown.map(([step, error], index) => {
    const rest = errors.size - mostToldErrors;
    const text =
      index < mostToldErrors ? html`${phrases.step(step)}: <bdi class="told">${error.text}</bdi>` : phrases.more(rest);
    return finding('info', text, {
      title: [words.toldError, toldErrorWhy(error), phrases.toStep(step)].join(' '),
      run: () => goTo(step),
    });
  });
}

/** The longest of what ran over and over. */
function loopOf({ rounds }: SessionModel, { goTo }: FindingsActions): TemplateResult | typeof nothing {
  const [longest] = rounds.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  if (!longest) return nothing;
  const { from, executionMs } = longest;
  const text = [phrases.rounds(longest), executionMs > 0 ? formatDuration(executionMs) : '']
    .filter(Boolean)
    .join(' · ');
  return finding('sync', text, { title: phrases.toStep(from), run: () => goTo(from) });
}

function saidAgainOf({ saidAgain }: SessionModel, { goTo }: FindingsActions): TemplateResult | typeof nothing {
  if (!saidAgain) return nothing;
  const { step, text, count } = saidAgain;
  const said = html`${phrases.saidAgain(count)} <bdi class="told">${text}</bdi>`;
  return finding('comment-discussion', said, { title: `${phrases.toStep(step)}: ${text}`, run: () => goTo(step) });
}

/** That somebody else took over. */
function transferOf(model: SessionModel, { goTo }: FindingsActions): TemplateResult | typeof nothing {
  const step = model.conversation.steps.findLast(isTransfer);
  if (!step) return nothing;
  return finding(stepIcon(step.type), words.transferred, {
    title: `${phrases.toStep(step.index)}: ${stepTitle(model, step)}`,
    run: () => goTo(step.index),
  });
}

function endingOf(ending: Ending, { goToEnd }: FindingsActions): TemplateResult | typeof nothing {
  switch (ending.type) {
    case 'elsewhere':
      return finding('debug-disconnect', words.endedElsewhere, {
        title: words.endedElsewhereWhy,
        run: goToEnd,
      });
    // An end call is the last row, a transfer has a finding of its own; that it goes on the banner says.
    case 'endCall':
    case 'transferred':
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
