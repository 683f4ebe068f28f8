/** Text that XML can hold as an attribute or as content. */
function xmlText(text: string): string {
  return (
    text
      // XML 1.0 has no way to write most control characters.
      .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll(/[\t\n\r]/gu, (blank) => `&#${blank.charCodeAt(0)};`)
  );
}

/** Attributes as they stand in a tag; those that are undefined do not. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlText(String(value))}"`]))
    .join('');
}
