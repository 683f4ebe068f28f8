import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Finder } from './finder.ts';
import { textField } from './toolkit.ts';
import { phrases, words } from './words.ts';

interface SearchActions {
  readonly find: (query: string) => void;
  readonly toMatch: (direction: 1 | -1) => void;
}

/** The field to search the session, and which match of how many is in view. */
export function searchBar({ query = '', count, position }: Finder, { find, toMatch }: SearchActions): TemplateResult {
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    toMatch(event.shiftKey ? -1 : 1);
  };
  const found = position === undefined ? String(count) : phrases.of(position, count);
  const said = query.trim() === '' ? '' : count === 0 ? words.noMatches : found;
  return html`<div class="search" role="search">
    ${textField({ label: words.search, value: query, input: find, keydown })}
    <span class="muted">${said}</span>
  </div>`;
}
