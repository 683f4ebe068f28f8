/** What spreadsheets may read as the start of a formula, as OWASP lists it: full-width and small signs too, and behind any blanks. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A caller's words as a spreadsheet takes them for words; a number with its sign is no formula. */
export function withoutFormula(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}
