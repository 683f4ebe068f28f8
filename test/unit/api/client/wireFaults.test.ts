import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import { plainText } from '../../../../src/cli/output/plainText.ts';
import { errorSentence } from '../../../../src/cli/words/errorSentence.ts';
import { meetFault } from './meetFault.ts';
import { wireFaults } from './wireFaults.ts';

describe('on the wire', () => {
  for (const fault of wireFaults) {
    const what = [fault.facts.code, fault.facts.problem].filter(Boolean).join(' ');
    it(`${fault.name} is found out, and said on the command line as in the editor: ${what}`, async () => {
      const { error, named } = await meetFault(fault);
      assert.ok(error instanceof InsightsError, String(error));
      const found = Object.fromEntries(Object.keys(fault.facts).map((name) => [name, Reflect.get(error, name)]));
      assert.deepEqual(found, fault.facts);
      const sentence = errorSentence(error);
      assert.match(named(sentence), fault.says);
      assert.match(plainText(sentence), /^\S[^\n]*(\.|It said: .+)$/u);
      assert.doesNotMatch(sentence, /undefined|\[object|\{\d\}|\b1 \w+s\b/u);
    });
  }
});
