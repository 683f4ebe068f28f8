import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import { movedIndex } from '../../parts/listKeys.ts';
import { numberText } from '../../parts/words/numberText.ts';

/** A bar: how many of each kind, one above the other, and its words. */
export interface Bar {
  readonly words: string;
  readonly parts: readonly { readonly kind: string; readonly count: number }[];
}

/** A line across the bars, at a place between the first (0) and the end of the last (their number). */
export interface Mark {
  readonly at: number;
  readonly words: string;
}

export interface ShownChart {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly marks?: readonly Mark[];
  /** What stands below the first bar, the middle and the last. */
  readonly ticks: readonly string[];
  /** The bars that are chosen, from the first to the last of them. */
  readonly chosen: { readonly from: number; readonly to: number } | undefined;
  readonly choose: (from: number, to: number) => void;
  readonly keydown: (event: KeyboardEvent) => void;
}

const width = 600;
const height = 160;

/** Bars that are chosen by key and by mouse, several of them as a range. Drawn without numbers of pixels: as wide as there is room. */
export class BarChart {
  readonly #name: string;
  readonly #redraw: () => void;
  #at = 0;
  #anchor = 0;
  #element: HTMLElement | undefined;

  constructor(name: string, redraw: () => void) {
    this.#name = name;
    this.#redraw = redraw;
  }

  focus(): void {
    takeFocus(this.#element);
  }

  view(shown: ShownChart): TemplateResult {
    const { bars, marks = [], ticks, chosen, label } = shown;
    this.#at = Math.max(0, Math.min(this.#at, bars.length - 1));
    const most = bars.reduce((largest, { parts }) => Math.max(largest, sumOf(parts)), 1);
    const one = width / Math.max(1, bars.length);
    return html`<div class="chart">
      <div class="chart-most" aria-hidden="true">${numberText(most)}</div>
      <div
        class="chart-bars"
        role="listbox"
        tabindex="0"
        aria-label=${label}
        aria-multiselectable="true"
        aria-activedescendant=${bars.length > 0 ? `${this.#name}-${this.#at}` : nothing}
        @keydown=${(event: KeyboardEvent) => this.#keydown(event, shown)}
        @pointerdown=${(event: PointerEvent) => this.#drag(event, shown)}
        ${ref((element) => {
          this.#element = element instanceof HTMLElement ? element : undefined;
        })}
      >
        ${bars.map((bar, index) => {
          const isChosen = chosen !== undefined && index >= chosen.from && index <= chosen.to;
          return html`<div
            id="${this.#name}-${index}"
            class="chart-bar ${index === this.#at ? 'active' : ''} ${isChosen ? 'chosen' : ''}"
            role="option"
            aria-selected=${String(isChosen)}
            aria-label=${bar.words}
            title=${bar.words}
          ></div>`;
        })}
        <svg class="chart-drawing" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
          ${bars.map(({ parts }, index) => stack(parts, { x: index * one, one, most }))}
          ${marks.map(
            ({ at }) =>
              svg`<line class="chart-mark" x1=${at * one} x2=${at * one} y1="0" y2=${height} vector-effect="non-scaling-stroke"></line>`,
          )}
        </svg>
        ${labelsOf(marks, bars.length).map(
          ({ place, words }) => html`<span class="chart-mark-words" aria-hidden="true" .style=${place}>${words}</span>`,
        )}
      </div>
      <div class="chart-ticks" aria-hidden="true">${ticks.map((tick) => html`<span>${tick}</span>`)}</div>
    </div>`;
  }

  #keydown(event: KeyboardEvent, shown: ShownChart): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[event.key] ?? event.key;
    const to = movedIndex(key, this.#at, shown.bars.length);
    if (to === undefined) {
      shown.keydown(event);
      return;
    }
    event.preventDefault();
    this.#at = to;
    if (!event.shiftKey) this.#anchor = to;
    shown.choose(Math.min(this.#anchor, to), Math.max(this.#anchor, to));
    this.#redraw();
  }

  #drag(event: PointerEvent, shown: ShownChart): void {
    const { currentTarget: target, pointerId, button } = event;
    if (!(target instanceof HTMLElement) || shown.bars.length === 0 || button !== 0) return;
    const indexAt = (clientX: number): number => {
      const { left, width: wide } = target.getBoundingClientRect();
      const index = Math.floor(((clientX - left) / wide) * shown.bars.length);
      return Math.max(0, Math.min(shown.bars.length - 1, index));
    };
    this.#anchor = indexAt(event.clientX);
    const to = (clientX: number): void => {
      this.#at = indexAt(clientX);
      shown.choose(Math.min(this.#anchor, this.#at), Math.max(this.#anchor, this.#at));
      this.#redraw();
    };
    to(event.clientX);
    target.setPointerCapture(pointerId);
    const move = ({ clientX }: PointerEvent): void => to(clientX);
    const end = (): void => {
      target.removeEventListener('pointermove', move);
      target.removeEventListener('lostpointercapture', end);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', end);
  }
}

function stack(
  parts: Bar['parts'],
  { x, one, most }: { readonly x: number; readonly one: number; readonly most: number },
): readonly TemplateResult[] {
  const gap = Math.min(2, one * 0.15);
  let below = 0;
  return parts.map(({ kind, count }) => {
    const tall = (count / most) * height;
    below += tall;
    return svg`<rect class="chart-part ${kind}" x=${x + gap / 2} y=${height - below} width=${one - gap} height=${tall}></rect>`;
  });
}

function sumOf(parts: Bar['parts']): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

/** The words of marks and where they stand; those of marks close to each other stand together, for they would lie on each other. */
function labelsOf(marks: readonly Mark[], bars: number): readonly { readonly place: string; readonly words: string }[] {
  const groups: { from: number; to: number; words: string[] }[] = [];
  for (const { at, words } of marks) {
    const share = at / Math.max(1, bars);
    const last = groups.at(-1);
    if (last && share - last.to < 0.2) [last.to, last.words] = [share, [...last.words, words]];
    else groups.push({ from: share, to: share, words: [words] });
  }
  return groups.map(({ from, to, words }) => ({
    // Behind the first mark, and before the last of those that are near the end: there they would be cut off.
    place:
      to > (words.length > 1 ? 0.7 : 0.85)
        ? `inset-inline-end: ${100 * (1 - to)}%`
        : `inset-inline-start: ${100 * from}%`,
    words: words.join(' · '),
  }));
}
