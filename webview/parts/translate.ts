import * as l10n from '@vscode/l10n';
import type { Translation, TranslationRequest } from '../../src/protocol/translation.ts';

interface Asked {
  request(message: TranslationRequest): Promise<Translation | undefined>;
}

/** Has the page speak the language that its host does. Resolves when it does: nothing may be said before. */
export async function translate(host: Asked): Promise<void> {
  const contents = await host.request({ type: 'translation' });
  if (contents) l10n.config({ contents });
}
