import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { facetValueWords } from '../../../../webview/results/model/facetWords.ts';

describe('a value of a facet in words', () => {
  const cases: [facet: string, text: string, words: string][] = [
    ['agent', 'Napoli', 'Napoli'],
    ['agent', '', 'none'],
    ['agent', ' \u00A0', '(empty)'],
    ['agent', '\u200B\u202E', '(empty)'],
    ['tag', '["order","c1"]', 'order'],
    ['tag', '[" ","c1"]', '(empty)'],
    ['parameterValue', '["city","Haifa"]', 'city is Haifa'],
    ['parameterValue', '["city",""]', 'city is (empty)'],
    ['parameterValue', '[" ","Haifa"]', '(empty) is Haifa'],
    ['stepType', '_', '(empty)'],
    ['hour', '07', '07:00'],
    ['weekday', '1', 'Monday'],
    ['weekday', '__proto__', '__proto__'],
  ];
  for (const [facet, text, words] of cases) {
    it(`${facet} ${JSON.stringify(text)}`, () => assert.equal(facetValueWords(facet, text, {}), words));
  }
});
