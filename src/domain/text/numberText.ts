const formats = new Map<string, Intl.NumberFormat>();

/** A number as people who read a language write it, `20,000` in English, with three digits after the point at most. */
export function numberText(value: number, language: string): string {
  const known = formats.get(language);
  const format = known ?? formatOf(language);
  if (!known) formats.set(language, format);
  return format.format(value);
}

/** An editor may be set to a language that nothing knows. */
function formatOf(language: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language);
  } catch {
    return new Intl.NumberFormat('en');
  }
}
