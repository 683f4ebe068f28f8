import { isRecord } from '../json/looseValues.ts';
import { parseJson } from '../json/parseJson.ts';
import { createMask } from '../masking/mask.ts';

/** A session's document without personal data and secrets; text that is no JSON is masked as text. */
export function maskedDocument(text: string): string {
  const mask = createMask();
  try {
    if (isRecord(parseJson(text))) return mask.session(text);
  } catch {
    // What is no JSON is text.
  }
  return mask.text(text);
}
