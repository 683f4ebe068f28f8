import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asRecord } from '../../domain/json/looseValues.ts';

/** The object that a text is; an empty one of anything else. */
export function recordIn(text: string): LooseRecord {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}
