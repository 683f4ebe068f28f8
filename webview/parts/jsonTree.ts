import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing, render } from 'lit/html.js';
import { isRecord } from '../../src/domain/json/looseValues.ts';
import { writeJson } from '../../src/domain/json/writeJson.ts';
import { entriesOf } from '../../src/domain/json/writtenEntries.ts';
import { WrittenNumber } from '../../src/domain/json/writtenNumber.ts';
import { parseLeniently } from '../../src/domain/session/steps.ts';
import { withDirectionsEscaped } from '../../src/domain/text/directions.ts';
import { html } from './html.ts';
import { textButton } from './toolkit.ts';
import { formatSize } from './words/format.ts';
import { phrases, words } from './words/words.ts';

/** How many levels are open at first, and how much of a level or of a text is drawn before somebody asks for more. */
const openLevels = 3;
const drawnEntries = 100;
const drawnText = 2_000;

type Entry = readonly [key: string | undefined, value: unknown];

/** A JSON value as folds that open and close with the browser's own keys. What is folded is not drawn. Text nodes only. */
export function jsonTree(value: unknown): TemplateResult {
  // Folds draw by themselves: another value gets folds of its own, and the same one is left alone.
  return html`<div class="json">${keyed(
    value,
    guard([value], () => branch(value, undefined, 0)),
  )}</div>`;
}

function branch(value: unknown, key: string | undefined, depth: number): TemplateResult {
  const name =
    key === undefined ? nothing : html`<span class="json-key">${withDirectionsEscaped(JSON.stringify(key))}</span>: `;
  const inner = parseLeniently(value);
  if (!Array.isArray(inner) && !isRecord(inner)) return leaf(name, value);
  const entries: readonly Entry[] = Array.isArray(inner) ? inner.map((entry) => [undefined, entry]) : entriesOf(inner);
  const [open, close] = Array.isArray(inner) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return html`<div class="json-leaf">${name}${open}${close}</div>`;
  const isOpen = depth < openLevels;
  const toggle = ({ currentTarget: fold }: Event): void => {
    if (!(fold instanceof HTMLDetailsElement) || !fold.open) return;
    const place = fold.querySelector<HTMLElement>(':scope > .json-inner');
    if (place?.childElementCount === 0) render(level(entries, depth + 1), place);
  };
  return html`<details class="json-fold" ?open=${isOpen} @toggle=${toggle}>
    <summary>${name}${open}<span class="json-count"> ${entries.length} </span>${
      inner === value ? nothing : html`<span class="json-note">${words.jsonInText}</span>`
    }</summary>
    <div class="json-inner">${isOpen ? level(entries, depth + 1) : nothing}</div>
    <div class="json-close">${close}</div>
  </details>`;
}

/** As many entries of a level as are drawn at once, with a way to the others. */
function level(entries: readonly Entry[], depth: number): TemplateResult {
  const others = entries.slice(drawnEntries);
  const showMore = ({ currentTarget: button }: Event): void => {
    const place = document.createElement('div');
    place.tabIndex = -1;
    if (button instanceof HTMLElement) button.closest('.json-more')?.replaceWith(place);
    render(level(others, depth), place);
    place.focus();
  };
  return html`${entries.slice(0, drawnEntries).map(([key, value]) => branch(value, key, depth))}
    ${
      others.length === 0
        ? nothing
        : html`<div class="json-more">${textButton(phrases.showMore(Math.min(others.length, drawnEntries), others.length), showMore)}</div>`
    }`;
}

function leaf(name: TemplateResult | typeof nothing, value: unknown): TemplateResult {
  const kind = value === null ? 'null' : value instanceof WrittenNumber ? 'number' : typeof value;
  const text = withDirectionsEscaped(writeJson(value));
  const isLong = text.length > drawnText;
  return html`<div class="json-leaf">${name}<span class="json-${kind}" dir="auto">${isLong ? `${text.slice(0, drawnText)}…` : text}</span>${
    isLong ? html` <span class="json-note">${formatSize(text.length)}</span>` : nothing
  }</div>`;
}
