import * as l10n from '@vscode/l10n';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { movedIndex } from './listKeys.ts';
import { numberText } from './words/numberText.ts';

export interface ComboboxOption {
  readonly value: string;
  readonly words: string;
}

interface ComboboxField {
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** So many options are drawn; of more, a few letters leave fewer. */
const mostDrawn = 100;
/** As wide as the list may be, in pixels; the style says so, too. */
const widestList = 420;

/** A choice among many: a field that shows what is chosen, and in which some letters of another leave those that have them. */
export class Combobox {
  readonly #id: string;
  readonly #changed: () => void;
  #isOpen = false;
  /** Undefined before anything was typed: all are there to choose from. */
  #typed: string | undefined;
  #active = 0;
  #element: HTMLElement | undefined;
  /** There is no room for the list to the right of where the field begins. */
  #endsWithField = false;

  constructor(id: string, changed: () => void) {
    this.#id = id;
    this.#changed = changed;
  }

  view(field: ComboboxField): TemplateResult {
    const list = `${this.#id}-list`;
    const shown = this.#isOpen ? this.#left(field) : [];
    const chosen = field.options.find(({ value }) => value === field.chosen)?.words ?? field.chosen;
    return html`<span
      class="combobox"
      ${ref((element) => {
        this.#element = element instanceof HTMLElement ? element : undefined;
      })}
      ><input
        class="dropdown"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-label=${field.label}
        aria-expanded=${String(this.#isOpen)}
        aria-controls=${this.#isOpen ? list : nothing}
        aria-activedescendant=${shown.length > 0 ? this.#optionId(this.#active) : nothing}
        title=${`${field.label}: ${chosen}`}
        .value=${live(this.#typed ?? chosen)}
        @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
        @blur=${() => this.#close()}
        @click=${() => this.#open(field)}
        @input=${({ target }: Event) => this.#type((target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#keydown(event, field)}
      /><span class="codicon codicon-chevron-down" aria-hidden="true"></span>${
        this.#isOpen ? this.#list({ list, field, shown }) : nothing
      }</span
    >`;
  }

  #list(of: { list: string; field: ComboboxField; shown: readonly ComboboxOption[] }): TemplateResult {
    const { list, field, shown } = of;
    const drawn = shown.slice(0, mostDrawn);
    const note =
      shown.length === 0
        ? l10n.t('Nothing matches what was typed.')
        : shown.length > drawn.length
          ? l10n.t('{0} more: type to narrow them down.', numberText(shown.length - drawn.length))
          : undefined;
    // A press must not take the keys from the field before it chooses.
    return html`<span class="combobox-popup ${this.#endsWithField ? 'at-end' : ''}" @pointerdown=${(event: Event) => event.preventDefault()}
      ><span id=${list} class="combobox-list" role="listbox" aria-label=${field.label}>${repeat(
        drawn,
        ({ value }) => value,
        ({ value, words }, at) => html`<span
            id=${this.#optionId(at)}
            class="combobox-option ellipsis ${at === this.#active ? 'active' : ''}"
            role="option"
            dir="auto"
            title=${words}
            aria-selected=${String(value === field.chosen)}
            @click=${() => this.#take(field, value)}
            >${words}</span
          >`,
      )}</span
      >${note === undefined ? nothing : html`<span class="combobox-note muted" role="status">${note}</span>`}</span
    >`;
  }

  #optionId(at: number): string {
    return `${this.#id}-${at}`;
  }

  /** Those that have every word of what was typed, wherever it stands in them. */
  #left({ options }: ComboboxField): readonly ComboboxOption[] {
    const wanted = (this.#typed ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
    if (wanted.length === 0) return options;
    return options.filter((option) => {
      const told = `${option.words} ${option.value}`.toLowerCase();
      return wanted.every((word) => told.includes(word));
    });
  }

  #keydown(event: KeyboardEvent, field: ComboboxField): void {
    if (event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (!this.#isOpen) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return;
      this.#open(field);
    } else if (key === 'Escape') this.#close();
    else if (key === 'Enter') {
      const active = this.#left(field)[this.#active];
      if (active) this.#take(field, active.value);
    } else {
      // Home and End are the field's, as its letters are.
      const isOfList = key !== 'Home' && key !== 'End';
      const to = isOfList ? movedIndex(key, this.#active, Math.min(mostDrawn, this.#left(field).length)) : undefined;
      if (to === undefined) return;
      this.#active = to;
      this.#show();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #open(field: ComboboxField): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const at = field.options.findIndex(({ value }) => value === field.chosen);
    this.#active = at >= 0 && at < mostDrawn ? at : 0;
    this.#show();
  }

  #type(typed: string): void {
    this.#isOpen = true;
    this.#typed = typed;
    this.#active = 0;
    this.#show();
  }

  #take({ chosen, choose }: ComboboxField, value: string): void {
    this.#close();
    if (value !== chosen) choose(value);
  }

  #close(): void {
    if (!this.#isOpen && this.#typed === undefined) return;
    this.#isOpen = false;
    this.#typed = undefined;
    this.#changed();
  }

  /** Nothing but the list is scrolled: what lies beside the page would move it. */
  #show(): void {
    const { left = 0 } = this.#element?.getBoundingClientRect() ?? {};
    this.#endsWithField = left + Math.min(widestList, 0.8 * innerWidth) > innerWidth;
    this.#changed();
    const list = this.#element?.querySelector('.combobox-list');
    const active = list?.querySelector('.combobox-option.active');
    if (!list || !active) return;
    const [around, own] = [list.getBoundingClientRect(), active.getBoundingClientRect()];
    if (own.top < around.top) list.scrollTop -= around.top - own.top;
    else if (own.bottom > around.bottom) list.scrollTop += own.bottom - around.bottom;
  }
}
