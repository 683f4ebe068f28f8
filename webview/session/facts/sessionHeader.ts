import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { Outcome } from '../../../src/domain/session/session.ts';
import { timeWithZone } from '../../../src/domain/time/zonedTime.ts';
import type { HostAction, ListPlace } from '../../../src/protocol/messages.ts';
import { html } from '../../parts/html.ts';
import { badge, iconButton } from '../../parts/toolkit.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { outcomeWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { copyWords } from '../words/copyWords.ts';
import { phrases, words } from '../words/words.ts';
import { headline } from './headline.ts';

/** Each outcome has a shape of its own beside its colour. */
const outcomeIcons: Readonly<Record<Outcome, string>> = {
  success: 'pass',
  warning: 'warning',
  error: 'error',
  inProgress: 'sync',
  unknown: 'question',
};

interface HeaderActions {
  readonly timeZone: string;
  /** Whether there is more of the session than this. */
  readonly partial: boolean;
  readonly place: ListPlace | undefined;
  readonly copy: (text: string, sentence: string) => void;
  readonly run: (action: HostAction) => void;
  readonly goToStandout: () => void;
  readonly toggleHelp: () => void;
}

/** How the session went and what failed first, who called, when, how long, and where it stands in its list: one line. */
export function sessionHeader(model: SessionModel, actions: HeaderActions): TemplateResult {
  const { summary, findings, standout } = model;
  const { start, caller, outcome, agent } = summary;
  const { executionMs } = findings;
  const first = standout && headline(model, standout);
  return html`<header class="session-header">
    <div class="head-line">
      <div class="head-words">
        <span class="outcome outcome-${outcome}"
          ><span class="codicon codicon-${outcomeIcons[outcome]}" aria-hidden="true"></span>${outcomeWords[outcome]}</span
        >
        ${actions.partial ? badge(words.partialBadge, 'partial') : nothing}
        <h1 title=${[first?.why, agent].filter(Boolean).join(' · ')}>
          ${
            first
              ? html`<button class="head-problem" title=${first.where} @click=${actions.goToStandout}
                    ><span class="told">${first.words}</span></button
                  ><span class="unseen"> · ${agent ?? words.session}</span>`
              : html`<bdi>${agent ?? words.session}</bdi>`
          }
        </h1>
      </div>
      <dl class="facts">
        ${
          first && agent
            ? html`<div class="fact head-agent" title=${agent} aria-hidden="true"><dt class="unseen">${words.agent}</dt><dd><bdi class="ellipsis">${agent}</bdi></dd></div>`
            : nothing
        }
        ${
          caller
            ? fact(
                words.caller,
                html`<span dir="auto">${caller}</span>${iconButton('copy', copyWords.copyCaller, () => actions.copy(caller, copyWords.copiedCaller))}`,
              )
            : nothing
        }
        ${start ? fact(words.start, html`<time datetime=${start.toISOString()} title=${start.toISOString()}>${timeWithZone(start, actions.timeZone)}</time>`) : nothing}
        ${executionMs > 0 ? fact(words.executionTime, formatDuration(executionMs)) : nothing}
      </dl>
    </div>
    <span class="head-end">
      ${actions.place && actions.place.count !== '1' ? placeInList(actions.place, actions.run) : nothing}
      ${iconButton('question', words.showShortcuts, actions.toggleHelp)}
    </span>
  </header>`;
}

/** Where the session stands in the list it came from, and the ways on. */
function placeInList({ query, index, count }: ListPlace, run: HeaderActions['run']): TemplateResult {
  const whole = phrases.placeIn(index, count, query);
  return html`<span class="place" role="group" aria-label=${whole} title=${whole}>
    ${iconButton('arrow-up', words.previousSession, () => run('previousSession'))}
    <span class="place-text">${phrases.placeOf(index, count)}</span>
    ${iconButton('arrow-down', words.nextSession, () => run('nextSession'))}
  </span>`;
}

/** What it is is told on hover, and to who hears it: the values speak for themselves. */
function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<div class="fact" title=${name}><dt class="unseen">${name}</dt><dd>${value}</dd></div>`;
}
