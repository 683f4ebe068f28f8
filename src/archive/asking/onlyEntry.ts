import { isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';

/** The one member of an object; nothing of what has none, or several. */
export function onlyEntry(value: unknown): readonly [string, unknown] | readonly [undefined, undefined] {
  const [entry, ...others] = isRecord(value) ? entriesOf(value) : [];
  return entry && others.length === 0 ? entry : [undefined, undefined];
}
