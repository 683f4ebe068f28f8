import { withoutFormula } from '../text/withoutFormula.ts';

/** A text as a cell of CSV. A caller's words must not become a formula. */
export function csvCell(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
