import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../../../src/domain/query/completion/queryCompletion.ts';
import { replacementOf } from '../../../../../src/domain/query/completion/replacementOf.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const seen = { valuesOf: (path: string) => (path === 'agent_information.id' ? [{ value: 'a"b', label: 'Taxi' }] : []) };

/** The text with what stands between `‹` and `›` selected, after the completion of a label was taken; `|` is where the edit ended. */
function taken(marked: string, label: string): { readonly text: string; readonly filterText: string | undefined } {
  const start = marked.indexOf('‹');
  const at = marked.indexOf('›') - 1;
  const text = marked.replaceAll(/[‹›]/gu, '');
  const found = completionsAt(parseQuery(text), at, seen);
  const item = found.items.find((one) => one.label === label);
  assert.ok(item, `${label} is offered`);
  const { offset, length, insertText, filterText } = replacementOf(item, found, text, at);
  assert.ok(offset <= start && at <= offset + length, 'VS Code filters by what stands before the cursor');
  return { text: `${text.slice(0, offset)}${insertText}|${text.slice(offset + length)}`, filterText };
}

const clause = (body: string) => `{ "filter_by": { "must": [{ ${body} }] } }`;

describe('a completion for what is selected', () => {
  const rows: [what: string, before: string, label: string, after: string, filterText: string][] = [
    [
      'a field within the quotes of another',
      clause('"term": { "‹field›": "value" }'),
      'flow_path.response.code',
      clause('"term": { "flow_path.response.code|": "value" }'),
      'field',
    ],
    [
      'a value within the quotes of another, escaped as before',
      clause('"term": { "agent_information.id": "‹id›" }'),
      'Taxi',
      clause('"term": { "agent_information.id": "a\\"b|" }'),
      'id',
    ],
    [
      'a number in the place of a text, quotes and all',
      clause('"term": { "channel_data.status_code": "‹value›" }'),
      '200',
      clause('"term": { "channel_data.status_code": 200| }'),
      '"value',
    ],
    [
      'a number for a number',
      clause('"term": { "channel_data.status_code": ‹500› }'),
      '200',
      clause('"term": { "channel_data.status_code": 200| }'),
      '500',
    ],
    [
      'a field that brings its value',
      clause('"term": { "‹field›" }'),
      'source',
      clause('"term": { "source": "$1"| }'),
      '"field',
    ],
  ];
  for (const [what, before, label, text, filterText] of rows) {
    it(`puts ${what}`, () => assert.deepEqual(taken(before, label), { text, filterText }));
  }
});
