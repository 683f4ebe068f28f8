import type { TemplateResult } from 'lit/html.js';
import { html } from './html.ts';
import { readSplit } from './split.ts';

/** How far an arrow moves it, in percent. */
const step = 4;

/** The bar between two columns, moved by pointer and by arrows; a double click puts it back. */
export function splitter(of: {
  readonly label: string;
  /** How much of the width the first column has, in percent. */
  readonly percent: number;
  readonly move: (percent: number) => void;
}): TemplateResult {
  const { label, percent } = of;
  const move = (to: number | undefined): void => of.move(readSplit(to));
  const keydown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: percent - step, ArrowRight: percent + step, Home: 0, End: 100 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  const down = ({ currentTarget: bar, pointerId }: PointerEvent): void => {
    if (bar instanceof HTMLElement) bar.setPointerCapture(pointerId);
  };
  const drag = ({ currentTarget: bar, pointerId, clientX }: PointerEvent): void => {
    if (!(bar instanceof HTMLElement) || !bar.hasPointerCapture(pointerId) || !bar.parentElement) return;
    const { left, width } = bar.parentElement.getBoundingClientRect();
    if (width > 0) move((100 * (clientX - left)) / width);
  };
  return html`<div
    class="splitter"
    role="separator"
    tabindex="0"
    aria-orientation="vertical"
    aria-label=${label}
    aria-valuenow=${percent}
    title=${label}
    @keydown=${keydown}
    @pointerdown=${down}
    @pointermove=${drag}
    @dblclick=${() => move(undefined)}
  ></div>`;
}
