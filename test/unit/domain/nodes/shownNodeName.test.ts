import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownNodeName } from '../../../../src/domain/nodes/shownNodeName.ts';

describe('shownNodeName', () => {
  const rows: [what: string, name: string, shown: string][] = [
    ['leaves a name as it is', 'Look up order', 'Look up order'],
    ['leaves markup, which is text', '<b>**bold**</b>', '<b>**bold**</b>'],
    ['leaves other scripts and joined characters', 'שלום 👩‍👩‍👧‍👦', 'שלום 👩‍👩‍👧‍👦'],
    ['makes one line of several', 'one\r\n\ttwo\u0000three', 'one two three'],
    ['takes out what turns the text around it', 'invoice\u202Egpj.exe \u2066x', 'invoicegpj.exe x'],
    ['cuts what is too long', 'x'.repeat(101), `${'x'.repeat(99)}…`],
    ['cuts no character in two', '👍'.repeat(101), `${'👍'.repeat(99)}…`],
    ['cuts a megabyte', 'ab '.repeat(400_000), `${'ab '.repeat(33)}…`],
    ['says that it cut, also where little is left', `x${' '.repeat(1_000)}y`, 'x…'],
  ];
  for (const [what, name, expected] of rows) {
    it(what, () => assert.deepEqual(shownNodeName({ name }), { name: expected }));
  }

  it('does the same to a link and a description', () => {
    const text = `a\n${'b'.repeat(600)}`;
    const { link, description } = shownNodeName({ name: 'x', link: text, description: text });
    assert.equal(link, `a ${'b'.repeat(497)}…`);
    assert.equal(description, link);
  });
});
