import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KnownSecret } from '../../../../../src/domain/masking/secrets/knownSecret.ts';
import { marked } from '../support/marked.ts';

describe('a secret that is known', () => {
  const cases: [secret: string, expected: string][] = [
    ['hunter2', '«hunter2» and «HUNTER2»'],
    ['hunter2', 'xhunter2 hunter2x 1hunter2 hunter23'],
    ['hunter2', '-«hunter2»- («hunter2»).'],
    ['hunter2', '1.hunter2 1,hunter2 1-hunter2 1:hunter2'],
    ['hunter2', 'a.«hunter2» «hunter2».a'],
    ['hunter2', 'hunter2.1 hunter2-1'],
    ['1234', 'PIN «1234», not 12345'],
    ['correct horse', 'a «correct  horse» and «Correct\nHorse»'],
    // What is said of many things is one only where it is all there is.
    ['sunny day', ' «sunny day»\n'],
    ['sunny day', 'a sunny day'],
    ['sunny days', 'two «sunny days»'],
    ['12a', 'a 12a'],
    ['12a', '«12a»'],
    ['123', 'say 123'],
    ['a.b*c(d)e1', 'x «a.b*c(d)e1»'],
    ['a.b*c(d)e1', 'x aXb*c(d)e1'],
    ['hunter2', ''],
  ];
  for (const [secret, expected] of cases) {
    it(`${secret} in ${JSON.stringify(expected)}`, () => {
      const text = expected.replaceAll(/[«»]/g, '');
      const known = new KnownSecret(secret);
      assert.equal(marked(text, known.find(text)), expected);
      assert.equal(known.mayStandIn(text), text.toLowerCase().includes(known.traces[0].toLowerCase()));
    });
  }
});
