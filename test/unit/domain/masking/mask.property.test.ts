import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import type { Writing } from './support/writings.ts';
import {
  digitRows,
  escapedXml,
  formPart,
  fullyDecoded,
  writing,
  writingOfWords,
  writings,
} from './support/writings.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);
const seed = 20_261_129;

/** Something to plant, and what must not be left of it. */
interface Planted {
  readonly text: string;
  readonly gone: RegExp;
}

const digits = fc.integer({ min: 100_000, max: 999_999 }).map(String);

/** The groups of a number and what stands between them. */
const groups = fc.constantFrom(
  ...[
    ['44', '7700'],
    ['44 ', '7700 '],
    ['44-', '7700-'],
    ['44\u00a0', '7700\u2011'],
    ['44.', '7700.'],
  ],
  ...[
    ['44 (0) ', '7700 '],
    ['44 ', '7700\n'],
    ['44\r\n', '7700 '],
    ['44 ', '7700\u2028'],
    ['44\u200b', '7700\u00ad'],
  ],
);
const number = fc
  .tuple(digits, fc.constantFrom('', '+'), groups, fc.constantFrom(...digitRows))
  .map(([last, plus, [country = '', middle = ''], row]): Planted => {
    // One that goes on below says by a plus that it does.
    const sign = /[\n\r\u2028]/u.test(country + middle) ? '+' : plus;
    const written = `${sign}${country}${middle}${last}`;
    return { text: written.replaceAll(/\d/gu, (digit) => [...row][Number(digit)] ?? ''), gone: new RegExp(last, 'u') };
  });
const scheme = fc
  .tuple(digits, fc.constantFrom('tel:', 'sip:', 'sips:', 'whatsapp:', 'sms:', 'callto:', 'https://wa.me/'))
  .chain(([last, name]) =>
    fc
      .constantFrom('', '@sbc.example', ';ext=5', '?text=hi')
      .map((end): Planted => ({ text: `${name}+447700${last}${end}`, gone: new RegExp(last, 'u') })),
  );
const email = digits.map((name): Planted => ({ text: `jo.q${name}@example.com`, gone: new RegExp(`q${name}`, 'u') }));
const caller = fc
  .tuple(
    digits,
    fc.constantFrom<(name: string) => string>(
      (name) => `guest-${name}`,
      (name) => `sip:${name}@pbx.example`,
      (name) => `Zoë ${name}`,
      (name) => `Jo "J" ${name}`,
      (name) => `κλήση${name}`,
      (name) => name,
    ),
  )
  .map(([name, write]): Planted => ({ text: write(name), gone: new RegExp(write(name), 'u') }));
const secretName = fc.constantFrom('password', 'accessToken', 'client_secret', 'X-Api-Key', 'pin', 'sessionKey', 'OTP');
const secret = fc
  .tuple(digits, fc.constantFrom('', ', ', '; ', '" ', "'", ' \\ ', ' & ', '='))
  .map(([part, mark]): Planted => ({ text: `s${part}${mark}t${part}`, gone: new RegExp(`[st]${part}`, 'u') }));

/** Ways to write a secret of a name, whatever is in it. */
const namings: readonly ((name: string, text: string) => unknown)[] = [
  (name, text) => ({ [name]: text }),
  (name, text) => ({ [name]: [text, { of: text }] }),
  (name, text) => [{ name, value: text }],
  (name, text) => [{ Value: [text], Key: name }],
  (name, text) => [[name, text]],
  (name, text) => JSON.stringify({ other: 1, [name]: text }),
  (name, text) => JSON.stringify({ deep: JSON.stringify({ [name]: text }) }),
  (name, text) => `https://a.example/?x=1&${name}=${encodeURIComponent(text)}&y=2`,
  (name, text) => `a=1&${name}=${formPart(text)}`,
  (name, text) => `a=1&u=${encodeURIComponent(`https://b.example/?${name}=${encodeURIComponent(text)}`)}`,
  (name, text) => `<in><${name}>${escapedXml(text)}</${name}></in>`,
  (name, text) => `<param name="${name}" value="${escapedXml(text)}"/>`,
  (name, text) => `Accept: x\r\n${name}: ${text}\r\nX-More: y`,
  (name, text) => `{'Accept': 'x', '${name}': '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'}`,
  (name, text) => `{"Accept"=>"x", "${name}"=>${JSON.stringify(text)}}`,
];
/** Those of it that have no way to write any text. */
const bareNamings: readonly ((name: string, text: string) => string)[] = [
  (name, text) => `map[Accept:[x] ${name}:[${text}]]`,
  (name, text) => `{Accept=[x], ${name}=[${text}]}`,
  (name, text) => `- name: ${name}\n  value: ${text}`,
  (name, text) => `tool --${name} ${text} run`,
  (name, text) => `export ${name}=${text}`,
];

const person = fc
  .oneof({ weight: 4, arbitrary: number }, email, scheme)
  .chain((planted) =>
    writingOfWords.map((write) => ({ value: write(`call ${planted.text} now`) as unknown, gone: [planted.gone] })),
  );
const hidden = fc
  .tuple(secretName, secret, fc.constantFrom(...namings))
  .map(([name, planted, write]) => ({ value: write(name, planted.text), gone: [planted.gone] }));
/** A secret in a notation that is written within other texts. */
const hiddenDeep = fc
  .tuple(secretName, digits, fc.constantFrom(...bareNamings, ...namings), writing)
  .map(([name, part, write, around]) => {
    const written = write(name, `s${part}`);
    return {
      value: around(typeof written === 'string' ? written : JSON.stringify(written)) as unknown,
      gone: [new RegExp(`s${part}`, 'u')],
    };
  });

it('nothing that was planted is left in anything masked, and what it stood in can still be read', () => {
  fc.assert(
    fc.property(
      caller,
      fc.array(fc.oneof(person, hidden, hiddenDeep), { maxLength: 5 }),
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
        const mask = createMask();
        const session = mask.session(JSON.stringify(document));
        // What was read before is known; nothing else comes of it.
        for (let time = 0; time < 3; time += 1) assert.equal(mask.session(JSON.stringify(document)), session);
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

/** What is written as it is, whatever stands beside it. */
const plain = fc.constantFrom<unknown>(
  'how can I help?',
  '8ae433e8-7bc1-41a0-b0a6-012345678901',
  '2020-10-08T17:09:27.758983',
  '10:15:30, 2021-01-15 and 15.01.2021',
  'é \u{1F600} \\ / "quoted"',
  'https://a.example/orders?page=2&sort=asc#top',
  'https://a.example/orders/ORD-1234/items/5?from=2026-11-01&to=2026-11-30',
  '10.0.0.12:8080',
  '51.5073509',
  '1200\n1300\n1400\n1500',
  'const order = 100001;\nconst next = 100002;',
  'in 1500 ms, 12.50 EUR, m², 10⁶, H₂O, ① and ②',
  { code: 200, ms: 1234, ok: true, none: null },
  [1, 2.5, 'x'],
);

it('every other text stays letter by letter', () => {
  fc.assert(
    fc.property(fc.array(plain), fc.constantFrom(0, 2), writing, (values, indent, deep: Writing) => {
      const json = JSON.stringify({ id: 'x', values, nested: JSON.stringify(values) }, null, indent);
      assert.equal(createMask().session(json), json);
      assert.equal(createMask().text(json), json);
      for (const value of values) {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        for (const write of [...writings, deep]) assert.equal(createMask().text(write(text)), write(text));
      }
    }),
    { numRuns: numRuns / 4, seed },
  );
});
