import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outline, OutlineBlock } from '../../../../../src/domain/sharing/outline/outline.ts';
import { filled } from '../../../../../src/domain/sharing/outline/outline.ts';
import { outlineMarkdown } from '../../../../../src/domain/sharing/outline/outlineMarkdown.ts';
import { outlineText } from '../../../../../src/domain/sharing/outline/outlineText.ts';

const cases: [what: string, block: OutlineBlock, markdown: string, text: string][] = [
  ['a title', { kind: 'heading', level: 1, text: 'Harbour  Taxi\n' }, '## Harbour Taxi', 'Harbour Taxi'],
  ['a heading', { kind: 'heading', level: 2, text: '# Steps' }, String.raw`### \# Steps`, '# Steps'],
  [
    'facts',
    {
      kind: 'facts',
      facts: [
        ['Caller', '*44*'],
        ['Channel', 'a\u0000b'],
      ],
    },
    '- Caller: \\*44\\*\n- Channel: a b',
    'Caller: *44*\nChannel: a b',
  ],
  [
    'talk',
    {
      kind: 'talk',
      lines: [
        { speaker: 'Caller', text: 'one\ntwo' },
        { speaker: 'Agent', text: '[x](y)' },
      ],
    },
    '> **Caller:** one two\n>\n> **Agent:** \\[x\\](y)',
    'Caller: one two\nAgent: [x](y)',
  ],
  [
    'a list',
    { kind: 'list', items: [{ text: 'Step 1' }, { text: 'Step_2', code: 'GET https://a.example/?a=1&b=2' }] },
    '- Step 1\n- Step\\_2 (`GET https://a.example/?a=1&b=2`)',
    '- Step 1\n- Step_2 (GET https://a.example/?a=1&b=2)',
  ],
  [
    'code with ticks of its own',
    { kind: 'list', items: [{ text: 'x', code: 'a``b`' }] },
    '- x (``` a``b` ```)',
    '- x (a``b`)',
  ],
  ['a payload', { kind: 'payload', text: '{\n  "a": 1\n}\n\n' }, '```\n{\n  "a": 1\n}\n```', '{\n  "a": 1\n}'],
  ['a payload with a fence', { kind: 'payload', text: '````' }, '`````\n````\n`````', '````'],
  ['a payload that turns', { kind: 'payload', text: 'a\u202Eb' }, '```\na[U+202E]b\n```', 'a[U+202E]b'],
  ['what HTML would read', { kind: 'heading', level: 2, text: '<b>&amp;' }, '### &lt;b&gt;&amp;amp;', '<b>&amp;'],
  [
    'every letter that Markdown reads',
    { kind: 'heading', level: 2, text: '\\`*_~[]#|' },
    '### \\\\\\`\\*\\_\\~\\[\\]\\#\\|',
    '\\`*_~[]#|',
  ],
];

describe('an outline', () => {
  for (const [what, block, markdown, text] of cases) {
    it(`writes ${what} as Markdown`, () => assert.equal(outlineMarkdown([block]), `${markdown}\n`));
    it(`writes ${what} as text`, () => assert.equal(outlineText([block]), `${text}\n`));
  }

  it('has an empty line between its blocks', () => {
    const two: Outline = [
      { kind: 'heading', level: 1, text: 'a' },
      { kind: 'payload', text: 'b' },
    ];
    assert.equal(outlineMarkdown(two), '## a\n\n```\nb\n```\n');
    assert.equal(outlineText(two), 'a\n\nb\n');
  });

  it('leaves out blocks that hold nothing', () => {
    const heading: OutlineBlock = { kind: 'heading', level: 1, text: '' };
    const full: Outline = [
      heading,
      { kind: 'facts', facts: [['a', 'b']] },
      { kind: 'talk', lines: [{ speaker: 'a', text: 'b' }] },
      { kind: 'list', items: [{ text: 'a' }] },
      { kind: 'payload', text: ' x ' },
    ];
    assert.deepEqual(filled(full), full);
    const empty: Outline = [
      { kind: 'facts', facts: [] },
      { kind: 'talk', lines: [] },
      { kind: 'list', items: [] },
      { kind: 'payload', text: ' \n' },
    ];
    assert.deepEqual(filled([heading, ...empty]), [heading]);
  });
});
