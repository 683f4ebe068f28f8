import * as l10n from '@vscode/l10n';
import type { Translation, TranslationRequest } from '../../../src/protocol/translation.ts';

interface Asked {
  request(message: TranslationRequest): Promise<Translation | undefined>;
}

/**
 * Has the page speak the language that its host does. Resolves when it does: nothing may be said before. A page that its host wrote in
 * English asks for nothing: that would be a way to the host and back before anything is shown.
 */
export async function translate(host: Asked): Promise<void> {
  if (document.documentElement.lang === 'en') return;
  const contents = await host.request({ type: 'translation' });
  if (contents) l10n.config({ contents });
}
