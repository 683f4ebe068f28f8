import { keepsAsWritten } from './keepsAsWritten.ts';
import { parseWritten } from './parseWritten.ts';

/**
 * The value of a JSON text, from which `writeJson` can write the same again: numbers keep their digits (see `WrittenNumber`), objects all
 * their entries in order (see `entriesOf`). As fast as `JSON.parse` can be where that loses nothing. Values may be nested as deep as they
 * like. Throws what `JSON.parse` throws.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return keepsAsWritten(text, value) ? value : parseWritten(text);
}
