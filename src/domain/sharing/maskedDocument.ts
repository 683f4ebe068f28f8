import { jsonDocuments } from '../json/jsonDocuments.ts';
import { createMask } from '../masking/mask.ts';

/** A document without personal data and secrets: of a session or of several, as JSON; text that is no JSON is masked as text. */
export function maskedDocument(text: string): string {
  const mask = createMask();
  return /^[\s\ufeff]*[{[]/u.test(text) && 'values' in jsonDocuments(text) ? mask.session(text) : mask.text(text);
}
