import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMask } from '../../../../../src/domain/masking/mask.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);
const seed = 20_261_130;

/** What may be joined to something private, and what parts it. */
const piece = fc.constantFrom(
  ...['7', '77', '00', '900123', '447700900123', '+44', ' ', '-', '.', '/', '(', ')', ',', 'x', 'a', 'T', ':', '='],
  ...[
    'pin',
    'token',
    '--pin ',
    'sk-',
    'Bearer ',
    'abcdefgh1',
    'eyJhbGciOi',
    '.abcdefgh',
    '"',
    '\\',
    '\n',
    '\t',
    '{',
    '}',
    '[',
    '<b>',
  ],
  ...['\u00a0', '\u0665', 'é', '\\u0037', '\\u003d', '\\n', '\\/', '%37', '&#55;', '://', '\u2011', '2026-06-01'],
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** An address is looked for in all that has its sign, and with it everything else. */
const alwaysLooked = ' q@example.com';

it('what a quick look passes over holds nothing', () => {
  fc.assert(
    fc.property(text, (written) => {
      const looked = createMask({ caller: 'nobody here' }).find(`${written}${alwaysLooked}`);
      const found = looked.filter(({ start }) => start < written.length);
      fc.pre(found.every(({ end }) => end <= written.length));
      const document = JSON.stringify({ id: 1, text: written, more: [JSON.stringify({ text: written })] });
      const { masked } = readBack(createMask().session(document));
      for (const { start, end } of found) {
        const part = written.slice(start, end);
        // Elsewhere it may be the beginning of an amount, or of a word.
        if (part.length < 4 || written.indexOf(part) !== written.lastIndexOf(part)) continue;
        for (const one of masked) assert.ok(!one.includes(part), `${written}: ${one}`);
      }
    }),
    { numRuns, seed },
  );
});

function readBack(document: string): { readonly masked: readonly string[] } {
  const { text: first, more } = JSON.parse(document) as { text: string; more: string[] };
  return { masked: [first, (JSON.parse(more[0] ?? '{}') as { text: string }).text] };
}
