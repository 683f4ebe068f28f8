import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import type { Overview, Span } from '../../../src/domain/session/timeline/overview.ts';
import { stepAt } from '../../../src/domain/session/timeline/overview.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/steps/nodeLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { problemWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

interface StripActions {
  /** Selects a step, and leaves the keys in the strip. */
  readonly select: (step: number) => void;
  /** Goes to a step with the keys. */
  readonly goTo: (step: number) => void;
}

interface StripState {
  readonly step: number | undefined;
  /** The first and the last step in sight. */
  readonly inSight: readonly [first: number, last: number] | undefined;
}

/** The whole session on an axis of execution time: turns, webhooks and problems, what is in sight framed. */
export function overviewStrip(
  model: SessionModel,
  { step, inSight }: StripState,
  { select, goTo }: StripActions,
): TemplateResult | typeof nothing {
  const { overview, conversation } = model;
  const { steps } = conversation;
  if (steps.length === 0) return nothing;
  const selected = steps[step ?? -1];
  const keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      goTo(step ?? 0);
      return;
    }
    const to = movedTo(model, event.key, step ?? 0);
    if (to === undefined) return;
    event.preventDefault();
    select(to);
  };
  const click = ({ currentTarget, clientX }: MouseEvent): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = stepAt(overview, (clientX - left) / Math.max(1, width));
    if (at !== undefined) goTo(nearestEvent(model, at, 1 / Math.max(1, width / 4)));
  };
  return html`<div class="strip-row">
    <div
      class="strip"
      role="slider"
      tabindex="0"
      aria-label=${words.overview}
      title=${words.overviewHint}
      aria-valuemin="1"
      aria-valuemax=${steps.length}
      aria-valuenow=${(step ?? 0) + 1}
      aria-valuetext=${selected ? [phrases.step(selected.index), stepTitle(model, selected), problemWords(selected)].filter(Boolean).join(', ') : nothing}
      @keydown=${keydown}
      @click=${click}
    >
      ${drawing(overview)}
      ${mark('strip-sight', inSight && { start: overview.spans[inSight[0]]?.start ?? 0, end: overview.spans[inSight[1]]?.end ?? 1 })}
      ${mark('strip-selected', overview.spans[step ?? -1])}
    </div>
    <span class="muted strip-time">${overview.executionMs === undefined ? phrases.steps(steps.length) : formatDuration(overview.executionMs)}</span>
  </div>`;
}

function mark(kind: string, span: Span | undefined): TemplateResult | typeof nothing {
  if (!span) return nothing;
  return html`<span
    class=${kind}
    .style=${`left: ${(span.start * 100).toFixed(2)}%; width: ${((span.end - span.start) * 100).toFixed(2)}%`}
  ></span>`;
}

const drawings = new WeakMap<Overview, TemplateResult>();

/** Drawn once for a session: as one shape of each kind, however many there are. */
function drawing(overview: Overview): TemplateResult {
  const known = drawings.get(overview);
  if (known) return known;
  const path = (kind: string, spans: readonly Span[], [y, height]: readonly [number, number], least: number) =>
    spans.length === 0 ? nothing : svg`<path class=${kind} d=${outline(spans, [y, height], least)} />`;
  const made = html`<svg class="strip-drawing" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
    ${path('strip-turns', overview.turns.length > 200 ? [] : overview.turns, [2, 16], 0)}
    ${path('strip-speech', overview.speech, [8, 4], 0)}
    ${path('strip-webhooks', overview.webhooks, [5, 10], 2)}
    ${path('strip-problems', overview.problems, [0, 20], 3)}
  </svg>`;
  drawings.set(overview, made);
  return made;
}

function outline(spans: readonly Span[], [y, height]: readonly [number, number], least: number): string {
  return spans
    .map(({ start, end }) => {
      const width = Math.max(least, (end - start) * 1_000 - 1);
      return `M${Math.min(1_000 - width, start * 1_000).toFixed(1)} ${y}h${width.toFixed(1)}v${height}h-${width.toFixed(1)}z`;
    })
    .join('');
}

/** A click beside a problem or a webhook of few pixels means it. */
function nearestEvent({ overview, conversation }: SessionModel, at: number, reach: number): number {
  const { problems, steps } = conversation;
  const place = overview.spans[at]?.start ?? 0;
  const near = (step: number): boolean => Math.abs((overview.spans[step]?.start ?? 2) - place) < reach;
  return problems.find(near) ?? (steps[at]?.type === 'webhook' ? at : undefined) ?? at;
}

/** Arrows go from turn to turn. */
function movedTo({ conversation, turnOfStep }: SessionModel, key: string, step: number): number | undefined {
  const { turns, steps } = conversation;
  const turn = turnOfStep[step] ?? 0;
  const start = (index: number): number | undefined =>
    turns[Math.max(0, Math.min(turns.length - 1, index))]?.steps[0]?.index;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return start(turn + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return start(turn - 1);
    case 'Home':
      return 0;
    case 'End':
      return steps.length - 1;
    default:
      return undefined;
  }
}
