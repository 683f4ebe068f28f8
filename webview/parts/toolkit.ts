import { provideVSCodeDesignSystem, vsCodeButton, vsCodeTextField } from '@vscode/webview-ui-toolkit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { tabList } from './tabList.ts';

// The toolkit is named in this module only: its tags are the one thing to change when it is replaced.

/** Must run in the first script: the toolkit takes the theme's colours at `load` and never again. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextField());
}

export function textButton(
  label: string,
  run: (event: Event) => void,
  appearance: 'primary' | 'secondary' = 'secondary',
): TemplateResult {
  return html`<vscode-button appearance=${appearance} @click=${run}>${label}</vscode-button>`;
}

export function iconButton(icon: string, label: string, run: () => void): TemplateResult {
  return html`<vscode-button appearance="icon" aria-label=${label} title=${label} @click=${run}
    ><span class="codicon codicon-${icon}" aria-hidden="true"></span
  ></vscode-button>`;
}

/** Our own: the toolkit's has a `style` in its template, which the page's policy refuses. */
export function badge(text: string, kind: string): TemplateResult {
  return html`<span class="badge ${kind}">${text}</span>`;
}

/** Named by what stands in it, which is drawn as the placeholder only: the toolkit takes any other name away. */
export function textField(field: {
  label: string;
  value: string;
  input: (value: string) => void;
  keydown?: (event: KeyboardEvent) => void;
  kind?: string;
}): TemplateResult {
  return html`<vscode-text-field
    class=${field.kind ?? 'filter-field'}
    placeholder=${field.label}
    .value=${field.value}
    @input=${(event: Event) => field.input((event.target as HTMLInputElement).value)}
    @keydown=${field.keydown}
    >${field.label}</vscode-text-field
  >`;
}

/** The browser's own: the toolkit's is as large as ten of our views. */
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

/** One of a few: the browser's own radio buttons, drawn as one bar. The toolkit's are too large for a heading. */
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

/** Our own: the toolkit's are as large as all our views, draw a frame later, and hide those that do not fit. */
export function tabs(
  of: {
    readonly label: string;
    readonly all: readonly Tab[];
    readonly active: string;
    /** What stands beside the tabs. */
    readonly end?: TemplateResult | typeof nothing;
  },
  choose: (id: string) => void,
): TemplateResult {
  const { label, all, active, end = nothing } = of;
  const panel = `view-${active}`;
  return html`<div class="tabs">
    <div class="tabs-head">${tabList({ label, tabs: all, active, name: 'tab', panel, choose })}${end}</div>
    <div class="view" role="tabpanel" id=${panel} aria-labelledby="tab-${active}">
      ${repeat(
        all.filter(({ id }) => id === active),
        ({ id }) => id,
        ({ content }) => content(),
      )}
    </div>
  </div>`;
}
