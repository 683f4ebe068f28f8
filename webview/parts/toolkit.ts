import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';

export function textButton(
  label: string,
  run: (event: Event) => void,
  appearance: 'primary' | 'secondary' = 'secondary',
): TemplateResult {
  return html`<button type="button" class="button ${appearance}" @click=${run}>${label}</button>`;
}

export function iconButton(icon: string, label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button icon" aria-label=${label} title=${label} @click=${run}
    ><span class="codicon codicon-${icon}" aria-hidden="true"></span
  ></button>`;
}

export function badge(text: string, kind: string): TemplateResult {
  return html`<span class="badge ${kind}">${text}</span>`;
}

export function textField(field: {
  label: string;
  value: string;
  input: (value: string) => void;
  keydown?: (event: KeyboardEvent) => void;
  kind?: string;
}): TemplateResult {
  return html`<input
    type="text"
    class="field ${field.kind ?? 'filter-field'}"
    aria-label=${field.label}
    placeholder=${field.label}
    .value=${field.value}
    @input=${(event: Event) => field.input((event.target as HTMLInputElement).value)}
    @keydown=${field.keydown}
  />`;
}

export function dropdown(field: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}): TemplateResult {
  const changed = ({ target }: Event): void => field.choose((target as HTMLSelectElement).value);
  return html`<select class="dropdown" aria-label=${field.label} @change=${changed}>
    ${repeat(
      field.options,
      ({ value }) => value,
      ({ value, words }) => html`<option value=${value} .selected=${value === field.chosen}>${words}</option>`,
    )}
  </select>`;
}

/** One of a few: radio buttons, drawn as one bar. */
export function choice<Option extends string>(field: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly words: Readonly<Record<Option, string>>;
  readonly choose: (option: Option) => void;
}): TemplateResult {
  const name = field.label;
  return html`<div class="choice" role="radiogroup" aria-label=${name}>${field.options.map(
    (option) => html`<label
      ><input
        type="radio"
        name=${name}
        value=${option}
        .checked=${option === field.chosen}
        @change=${() => field.choose(option)}
      /><span>${field.words[option]}</span></label
    >`,
  )}</div>`;
}

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly content: () => TemplateResult;
}

/** Tabs as screen readers know them: one stop of the Tab key, arrows, Home and End go from one to the next and show it. */
export function tabs(
  { label, all, active }: { readonly label: string; readonly all: readonly Tab[]; readonly active: string },
  choose: (id: string) => void,
): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const next = tabAfter(event.key, { count: all.length, at: all.findIndex(({ id }) => id === active) });
    const id = next === undefined ? undefined : all[next]?.id;
    if (id === undefined) return;
    event.preventDefault();
    choose(id);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${id}`)?.focus();
  };
  return html`<div class="tabs">
    <div class="tab-list" role="tablist" aria-label=${label} @keydown=${move}>
      ${all.map(({ id, label: name, count }) => {
        const isActive = id === active;
        return html`<button
          type="button"
          role="tab"
          class="tab"
          id="tab-${id}"
          aria-selected=${String(isActive)}
          aria-controls="view-${id}"
          tabindex=${isActive ? 0 : -1}
          @click=${() => choose(id)}
          >${name}${count === undefined ? nothing : html`<span class="tab-count">${count}</span>`}</button
        >`;
      })}
    </div>
    ${all.map(
      ({ id, content }) =>
        html`<div role="tabpanel" id="view-${id}" class="view" aria-labelledby="tab-${id}" ?hidden=${id !== active}>${
          id === active ? content() : nothing
        }</div>`,
    )}
  </div>`;
}

function tabAfter(key: string, { count, at }: { count: number; at: number }): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'ArrowRight':
      return (at + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
