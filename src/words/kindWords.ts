import * as l10n from '@vscode/l10n';
import type { FieldKind } from '../domain/session/fields/fields.ts';

/** What a kind of field means for a search, in a few words. */
export function kindWords(kind: FieldKind): string {
  switch (kind) {
    case 'id':
      return l10n.t('ID');
    case 'text':
      return l10n.t('text');
    case 'number':
      return l10n.t('number');
    case 'date':
      return l10n.t('date');
    case 'boolean':
      return l10n.t('true or false');
    case 'object':
      return l10n.t('object');
  }
}
