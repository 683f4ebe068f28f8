import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ComparedSession } from '../../src/domain/comparison/compareSessions.ts';
import { timeWithZone } from '../../src/domain/time/zonedTime.ts';
import type { ComparedSide, Side } from '../../src/protocol/comparisonMessages.ts';
import { html } from '../parts/html.ts';
import { badge, iconButton } from '../parts/toolkit.ts';
import { formatDuration } from '../parts/words/format.ts';
import { outcomeWords, words } from '../parts/words/words.ts';
import type { ComparisonModel } from './comparisonModel.ts';
import { countWords, divergenceWords } from './comparisonSummary.ts';
import { comparisonPhrases, comparisonWords, signedDuration } from './comparisonWords.ts';

interface HeaderActions {
  readonly timeZone: string;
  readonly onlyDifferences: boolean;
  readonly swapSides: () => void;
  readonly openSession: (side: Side) => void;
  readonly toDivergence: () => void;
  readonly toDifference: (direction: 1 | -1) => void;
  readonly toggleOnlyDifferences: () => void;
  readonly toggleHelp: () => void;
}

/** Both sessions side by side, and until where they are the same. */
export function comparisonHeader(model: ComparisonModel, actions: HeaderActions): TemplateResult {
  const { comparison, sides } = model;
  const { differences, divergence } = comparison.paths;
  const agents = [comparison.left, comparison.right].map(({ summary }) => summary.agent ?? words.session);
  const sentence = divergenceWords(model);
  return html`<header class="comparison-header">
    <h1 class="live">${comparisonPhrases.title(agents[0] ?? '', agents[1] ?? '')}</h1>
    <div class="compared-sides">
      ${sideCard('left', comparison.left, { side: sides.left, other: comparison.right, actions })}
      <div class="swap">${iconButton('arrow-swap', comparisonWords.swap, actions.swapSides)}</div>
      ${sideCard('right', comparison.right, { side: sides.right, other: comparison.left, actions })}
    </div>
    <div class="comparison-summary">
      ${
        divergence === undefined
          ? html`<p class="divergence" dir="auto">${sentence}</p>`
          : html`<button class="divergence" dir="auto" @click=${actions.toDivergence}
              ><span class="codicon codicon-git-compare divergence-icon" aria-hidden="true"></span>${sentence}</button
            >`
      }
      <p class="muted counts">${countWords(model).join(' · ')}</p>
      ${
        differences.length === 0
          ? nothing
          : html`<div class="difference-buttons" role="toolbar" aria-label=${comparisonWords.detail}>
              ${iconButton('arrow-up', comparisonWords.previousDifference, () => actions.toDifference(-1))}
              ${iconButton('arrow-down', comparisonWords.nextDifference, () => actions.toDifference(1))}
              <button
                class="filter ${actions.onlyDifferences ? 'on' : ''}"
                aria-pressed=${String(actions.onlyDifferences)}
                @click=${actions.toggleOnlyDifferences}
                ><span class="codicon codicon-filter" aria-hidden="true"></span>${comparisonWords.onlyDifferences}</button
              >
              ${iconButton('info', comparisonWords.signs, actions.toggleHelp)}
            </div>`
      }
    </div>
  </header>`;
}

interface CardOf {
  readonly side: ComparedSide;
  readonly other: ComparedSession;
  readonly actions: HeaderActions;
}

function sideCard(which: Side, session: ComparedSession, { side, other, actions }: CardOf): TemplateResult {
  const { summary, executionMs, steps } = session;
  const { agent, start, caller, outcome, durationMs, id } = summary;
  const open = which === 'left' ? comparisonWords.openLeft : comparisonWords.openRight;
  const delta = (mine: number | undefined, others: number | undefined): string =>
    which === 'left' || mine === undefined || others === undefined || mine === others
      ? ''
      : ` (${signedDuration(mine - others)})`;
  return html`<section class="compared-side" aria-label=${which === 'left' ? comparisonWords.left : comparisonWords.right}>
    <div class="title-row">
      <h2 dir="auto" title=${agent ?? ''}>${agent ?? words.session}</h2>
      ${badge(outcomeWords[outcome], `outcome-${outcome}`)}
      ${iconButton('go-to-file', open, () => actions.openSession(which))}
    </div>
    <dl class="facts">
      ${fact(words.start, start ? timeWithZone(start, actions.timeZone) : words.notAvailable)}
      ${caller ? fact(words.caller, caller) : nothing}
      ${fact(words.duration, durationMs === undefined ? words.notAvailable : formatDuration(durationMs) + delta(durationMs, other.summary.durationMs))}
      ${fact(comparisonWords.execution, executionMs === undefined ? words.notAvailable : formatDuration(executionMs) + delta(executionMs, other.executionMs))}
      ${fact(comparisonWords.stepCount, String(steps.length), 'minor')}
      ${fact(words.session, html`<span class="mono ellipsis" title=${id ?? side.fileName}>${id ?? side.fileName}</span>`, 'minor')}
      ${side.connection ? fact(words.connection, side.connection, 'minor') : nothing}
    </dl>
  </section>`;
}

/** `minor`: what a narrow pane leaves out. */
function fact(name: string, value: string | TemplateResult, weight: 'major' | 'minor' = 'major'): TemplateResult {
  return html`<div class="fact ${weight}"><dt>${name}</dt><dd dir="auto">${value}</dd></div>`;
}
