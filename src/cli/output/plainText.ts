import { nameDirections } from '../../domain/text/directions.ts';

/** A text that callers or services wrote, on one line and without what a terminal would obey. */
export function plainText(text: string): string {
  return nameDirections(text).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
