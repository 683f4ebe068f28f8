import type { TemplateResult } from 'lit/html.js';
import { html } from '../parts/html.ts';
import { iconButton, textField } from '../parts/toolkit.ts';
import type { Finder } from './model/finder.ts';
import { phrases, words } from './words/words.ts';

interface SearchActions {
  readonly find: (query: string) => void;
  readonly toMatch: (direction: 1 | -1) => void;
  readonly closeSearch: () => void;
}

/** The field to search the session, and which match of how many is in view. */
export function searchBar(
  { query = '', count, position }: Finder,
  { find, toMatch, closeSearch }: SearchActions,
): TemplateResult {
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    toMatch(event.shiftKey ? -1 : 1);
  };
  const found = position === undefined ? phrases.matches(count) : phrases.of(position, count);
  const said = query.trim() === '' ? '' : count === 0 ? words.noMatches : found;
  return html`<div class="search" role="search">
    ${textField({ label: words.search, value: query, input: find, keydown, kind: 'search-field' })}
    ${iconButton('arrow-up', words.previousMatch, () => toMatch(-1))}
    ${iconButton('arrow-down', words.nextMatch, () => toMatch(1))}
    <span class="muted">${said}</span>
    <span class="spring"></span>
    ${iconButton('close', words.closeSearch, closeSearch)}
  </div>`;
}
