import * as vscode from 'vscode';
import { numberText } from '../../host/numberText.ts';
import type { FacetNote } from './facetCounting.ts';

/** Why facets count what is loaded where they could count everything, in a sentence. */
export function facetNoteWords(note: FacetNote): string {
  switch (note.uncounted) {
    case 'masked':
      return vscode.l10n.t(
        'These are too many sessions to be masked for it: while personal data is masked, facets that may hold it count the loaded sessions only.',
      );
    case 'refined':
      return vscode.l10n.t(
        'The archive can’t decide all of refine by itself, and these are too many sessions to be read for it: facets count the loaded sessions only.',
      );
    case 'older':
      return note.sessions === 1
        ? vscode.l10n.t(
            '{0} session was archived without what facets count, and there are too many to be read for it. Archive it again to count all; until then they count the loaded sessions only.',
            note.sessions,
          )
        : vscode.l10n.t(
            '{0} sessions were archived without what facets count, and there are too many to be read for it. Archive them again to count all; until then they count the loaded sessions only.',
            numberText(note.sessions),
          );
  }
}
