import fc from 'fast-check';

/** A way to write a text within a text. */
export type Writing = (text: string) => string;

/** Writes each letter that is special as `written` says. */
const escaping =
  (written: (code: number) => string, letters = /[+@\d]/gu): Writing =>
  (text) =>
    text.replaceAll(letters, (letter) => written(letter.codePointAt(0) ?? 0));
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
const json = JSON.stringify;

export const escapedXml: Writing = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As forms send it. */
export const formPart: Writing = (text) => encodeURIComponent(text).replaceAll('%20', '+');

/** As mails have it, with every letter written so. */
const quotedPrintable: Writing = (text) =>
  [...Buffer.from(text)]
    .map((byte) => `=${hex(byte, 2).toUpperCase()}`)
    .join('')
    .replaceAll(/.{72}/g, '$&=\r\n');

/** Ways that hold any text, each of which may stand in any other. */
export const writings: readonly Writing[] = [
  (text) => text,
  (text) => json({ text }),
  (text) => json([{ deep: json({ text, more: 'x' }) }], undefined, 2),
  (text) => escaping((code) => `\\u${hex(code, 4)}`)(json({ text })),
  (text) =>
    json({ body: `{'text': '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'}` }),
  (text) => `https://a.example/find?q=${encodeURIComponent(text)}&page=2`,
  (text) => `a=1&text=${formPart(text)}&b=2`,
  (text) => `next=${encodeURIComponent(`https://b.example/?q=${encodeURIComponent(text)}`)}`,
  (text) => `<said to="x"><text>${escapedXml(text)}</text></said>`,
  (text) => `<said text="${escapedXml(text)}" to="x"/>`,
  (text) => `<said>${[...text].map((letter) => `&#${letter.codePointAt(0)};`).join('')}</said>`,
  (text) => `<said>${[...text].map((letter) => `&#x${hex(letter.codePointAt(0) ?? 0, 2)};`).join('')}</said>`,
  (text) => json({ state: Buffer.from(text).toString('base64') }),
  (text) => `https://a.example/?state=${Buffer.from(text).toString('base64url')}&x=1`,
  (text) => json({ body: Buffer.from(text).toString('hex') }),
  (text) => `bytea: 0x${Buffer.from(text).toString('hex').toUpperCase()}`,
  (text) => `Subject:${quotedPrintable(text)}`,
  (text) => Buffer.from(json({ text })).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
  (text) => `<said><![CDATA[${text.replaceAll(']]>', '')}]]></said>`,
];

/** Ways that end a chain of them: within another they would say something else, or nothing. */
const languages: readonly Writing[] = [
  escaping((code) => `\\x${hex(code, 2)}`),
  escaping((code) => `\\u{${hex(code, 2)}}`),
  escaping((code) => `\\U${hex(code, 8)}`),
  escaping((code) => `%u${hex(code, 4)}`),
];

/** One text in another, up to four deep. */
export const writing: fc.Arbitrary<Writing> = fc
  .array(fc.constantFrom(...writings), { maxLength: 4 })
  .map((around) => (text) => around.reduce((written, write) => write(written), text));

/** The same, of words that are escaped as a language does in the first place. */
export const writingOfWords: fc.Arbitrary<Writing> = fc
  .tuple(fc.option(fc.constantFrom(...languages), { freq: 4, nil: (text: string) => text }), writing)
  .map(
    ([inner, around]) =>
      (text) =>
        around(inner(text)),
  );

/** As somebody might read it who decodes all there is to decode, each time with what it was before; digits as 0 to 9. */
export function fullyDecoded(text: string): string {
  let all = text;
  let now = text;
  for (let round = 0; round < 12; round += 1) {
    const before = now;
    now = now
      .replaceAll(
        /\\u([\da-f]{4})|\\[ux]\{([\da-f]+)\}|\\x([\da-f]{2})|\\U([\da-f]{8})|%u([\da-f]{4})/giu,
        (_, ...codes) =>
          String.fromCodePoint(Number.parseInt(codes.slice(0, 5).find((code) => code !== undefined) as string, 16)),
      )
      .replaceAll(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&amp;', '&')
      .replaceAll(/(?:%[\da-f]{2})+/giu, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      })
      .replaceAll(/=\r?\n/gu, '')
      .replaceAll(/(?:=[\da-f]{2}){3,}/giu, (run) => saidBy(run.replaceAll('=', ''), 'hex'))
      .replaceAll(/(?<![\da-z])(?:0x)?(?:[\da-f]{2}){7,}(?![\da-z])/giu, (run) =>
        saidBy(run.replace(/^0x/i, ''), 'hex', run),
      )
      .replaceAll(/[\w+/-]{16,}(?:\r?\n[\w+/-]{2,})*/gu, (run) => {
        const said = Buffer.from(run, 'base64').toString();
        return /[\p{Cc}\uFFFD]/u.test(said.replaceAll(/\s/gu, '')) ? run : said;
      })
      .replaceAll('\\', '');
    if (now === before) break;
    all += `\n${now}`;
  }
  return inDigits(all);
}

/** What bytes say, when they are a text; else what they are written as. */
function saidBy(bytes: string, encoding: 'hex', otherwise = bytes): string {
  const said = Buffer.from(bytes, encoding).toString();
  return /[\p{Cc}\uFFFD]/u.test(said.replaceAll(/\s/gu, '')) ? otherwise : said;
}

/** Rows of digits that numbers are written in. */
export const digitRows: readonly string[] = [
  '0123456789',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३४५६७८९',
  '０１２３４５６７８９',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '₀₁₂₃₄₅₆₇₈₉',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '⓿❶❷❸❹❺❻❼❽❾',
];
const valueOfDigit = new Map(digitRows.flatMap((row) => [...row].map((letter, value) => [letter, String(value)])));

export function inDigits(text: string): string {
  return Array.from(text, (letter) => valueOfDigit.get(letter) ?? letter).join('');
}
