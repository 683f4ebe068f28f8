import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { iconButton, textField } from '../../parts/toolkit.ts';
import { facetNames } from '../model/facetWords.ts';
import { facetPanelPhrases, facetPanelWords } from './facetPanelWords.ts';

interface FinderActions {
  readonly changed: () => void;
  /** Takes what was typed. */
  readonly take: (facet: string, typed: string) => void;
  /** Goes to the first value that is left. */
  readonly toValues: (facet: string) => void;
  readonly closed: (facet: string) => void;
}

/** The field in which a value of one facet is looked for, or typed where it is not in the list. */
export class ValueFinder {
  readonly #actions: FinderActions;
  #facet: string | undefined;
  #typed = '';
  #field: Element | undefined;

  constructor(actions: FinderActions) {
    this.#actions = actions;
  }

  /** What was typed for a facet; empty for all others. */
  typedFor(facet: string): string {
    return facet === this.#facet ? this.#typed : '';
  }

  open(facet: string): void {
    this.#facet = facet;
    this.#typed = '';
  }

  focus(): void {
    this.#field?.querySelector<HTMLElement>('vscode-text-field')?.focus();
  }

  close(): void {
    const facet = this.#facet;
    this.#facet = undefined;
    this.#typed = '';
    if (facet !== undefined) this.#actions.closed(facet);
  }

  view(): TemplateResult | typeof nothing {
    const facet = this.#facet;
    if (facet === undefined) return nothing;
    return html`<div
      class="facet-find"
      ${ref((element) => {
        this.#field = element;
      })}
    >
      ${textField({
        label: facetPanelPhrases.typeValue(facetNames[facet] ?? facet),
        value: this.#typed,
        input: (typed) => {
          this.#typed = typed;
          this.#actions.changed();
        },
        keydown: (event) => this.#keydown(event, facet),
      })}
      ${iconButton('close', facetPanelWords.closeFind, () => this.close())}
    </div>`;
  }

  #keydown(event: KeyboardEvent, facet: string): void {
    if (event.key === 'Enter') this.#actions.take(facet, this.#typed);
    else if (event.key === 'ArrowDown') this.#actions.toValues(facet);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
