import { nameOverrides } from '../../text/directions.ts';

/** What ends a line, and what only machines read, is a space. */
export function onOneLine(text: string): string {
  return nameOverrides(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
