import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMask } from '../../../../src/domain/masking/mask.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);
const seed = 20_261_129;

/** Something to plant, and what must not be left of it. */
interface Planted {
  readonly text: string;
  readonly gone: RegExp;
}

const digits = fc.integer({ min: 100_000, max: 999_999 }).map(String);
const number = fc
  .tuple(
    digits,
    fc.constantFrom('', '+'),
    fc.constantFrom(['44', '7700'], ['44 ', '7700 '], ['44-', '7700-'], ['44\u00a0', '7700\u2011'], ['44.', '7700.']),
  )
  .map(([last, plus, [country = '', middle = '']]): Planted => {
    return { text: `${plus}${country}${middle}${last}`, gone: new RegExp(last, 'u') };
  });
const email = digits.map((name): Planted => ({ text: `jo.q${name}@example.com`, gone: new RegExp(`q${name}`, 'u') }));
const caller = digits.map((name): Planted => ({ text: `guest-${name}`, gone: new RegExp(`guest-${name}`, 'u') }));
const secretName = fc.constantFrom('password', 'accessToken', 'client_secret', 'X-Api-Key', 'pin', 'sessionKey', 'OTP');
const secret = fc
  .tuple(digits, fc.constantFrom('', ', ', '; ', '" ', "'", ' \\ ', ' & ', '='))
  .map(([part, mark]): Planted => ({ text: `s${part}${mark}t${part}`, gone: new RegExp(`[st]${part}`, 'u') }));

/** What is written as it is, whatever stands beside it. */
const plain = fc.constantFrom<unknown>(
  'how can I help?',
  '8ae433e8-7bc1-41a0-b0a6-012345678901',
  '2020-10-08T17:09:27.758983',
  'é \u{1F600} \\ / "quoted"',
  'https://a.example/orders?page=2&sort=asc#top',
  '10.0.0.12:8080',
  '51.5073509',
  { code: 200, ms: 1234, ok: true, none: null },
  [1, 2.5, 'x'],
);

/** Ways to write a text within a text. */
const encodings: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => JSON.stringify({ text }),
  (text) => JSON.stringify([{ deep: JSON.stringify({ text, more: 'x' }) }]),
  (text) =>
    JSON.stringify({ text }).replaceAll(
      /[+@\d]/gu,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  (text) => `https://a.example/find?q=${encodeURIComponent(text)}&page=2`,
  (text) => `next=${encodeURIComponent(`https://b.example/?q=${encodeURIComponent(text)}`)}`,
  (text) => `<said to="x"><text>${escapedXml(text)}</text></said>`,
  (text) => `<said>${[...text].map((letter) => `&#${letter.codePointAt(0)};`).join('')}</said>`,
  (text) => ({ text, list: [text, { text }] }),
];
/** Ways to write a secret of a name. */
const namings: readonly ((name: string, text: string) => unknown)[] = [
  (name, text) => ({ [name]: text }),
  (name, text) => ({ [name]: [text, { of: text }] }),
  (name, text) => [{ name, value: text }],
  (name, text) => [{ Value: [text], Key: name }],
  (name, text) => JSON.stringify({ other: 1, [name]: text }),
  (name, text) => JSON.stringify({ deep: JSON.stringify({ [name]: text }) }),
  (name, text) => `https://a.example/?x=1&${name}=${encodeURIComponent(text)}&y=2`,
  (name, text) => `a=1&u=${encodeURIComponent(`https://b.example/?${name}=${encodeURIComponent(text)}`)}`,
  (name, text) => `<in><${name}>${escapedXml(text)}</${name}></in>`,
  (name, text) => `<param name="${name}" value="${escapedXml(text)}"/>`,
  (name, text) => `Accept: x\r\n${name}: ${text}\r\nX-More: y`,
];

function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const person = fc
  .oneof(number, email)
  .chain((planted) =>
    fc
      .constantFrom(...encodings)
      .map((encode) => ({ value: encode(`call ${planted.text} now`), gone: [planted.gone] })),
  );
const hidden = fc
  .tuple(secretName, secret, fc.constantFrom(...namings))
  .map(([name, planted, write]) => ({ value: write(name, planted.text), gone: [planted.gone] }));

it('nothing that was planted is left in anything masked, and what it stood in can still be read', () => {
  fc.assert(
    fc.property(
      caller,
      fc.array(fc.oneof(person, hidden), { maxLength: 6 }),
      fc.array(plain),
      (called, planted, others) => {
        const values = planted.flatMap(({ value }, index) => [value, others[index] ?? 0]);
        const document = {
          id: '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36',
          source: called.text,
          transcription: [{ user: `this is ${called.text}` }],
          flow_path: values.map((payload) => ({ type: 'webhook', request: { payload }, response: { payload } })),
        };
        const gone = [called.gone, ...planted.flatMap((one) => one.gone)];
        const session = createMask().session(JSON.stringify(document));
        const text = createMask({ caller: called.text }).text(JSON.stringify(document, null, 2));
        for (const masked of [session, text]) {
          const decoded = fullyDecoded(masked);
          for (const part of gone) assert.doesNotMatch(decoded, part);
          assert.equal(JSON.parse(masked).flow_path.length, values.length);
        }
      },
    ),
    { numRuns, seed },
  );
});

it('every other text stays letter by letter', () => {
  fc.assert(
    fc.property(fc.array(plain), fc.constantFrom(0, 2), (values, indent) => {
      const json = JSON.stringify({ id: 'x', values, nested: JSON.stringify(values) }, null, indent);
      assert.equal(createMask().session(json), json);
      assert.equal(createMask().text(json), json);
      for (const value of values) {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        for (const encode of encodings) {
          const written = encode(text);
          const whole = typeof written === 'string' ? written : JSON.stringify(written);
          assert.equal(createMask().text(whole), whole);
        }
      }
    }),
    { numRuns: numRuns / 4, seed },
  );
});

/** As somebody might read it who decodes all there is to decode. */
function fullyDecoded(text: string): string {
  let all = text;
  let now = text;
  for (let round = 0; round < 6; round += 1) {
    now = now
      .replaceAll(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll(/(?:%[\da-f]{2})+/giu, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      })
      .replaceAll('\\', '');
    all += now;
  }
  return all;
}
