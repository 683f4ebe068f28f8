import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clauseSnippets } from '../../../../../src/domain/query/completion/clauseSnippets.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';
import { findField } from '../../../../../src/domain/session/fields/fields.ts';

/** A clause with what a person may fill in. */
const filledIn = (snippet: string): string =>
  snippet
    .replace('{ $1 }', '{ "transcription.user": "words" }')
    .replaceAll(/\$\{\d:([^}]*)\}|\$\d/gu, (_, word = 'x') => word);

describe('whole clauses', () => {
  for (const { label, clause, kind, snippet, insertText, documentation } of clauseSnippets) {
    it(`${label}: ${insertText}`, () => {
      assert.deepEqual([clause, kind, snippet], [label, 'snippet', true]);
      const query = parseQuery(`{ "filter_by": { "must": [${filledIn(insertText)}] } }`);
      const [one, ...others] = query.clauses;
      assert.deepEqual([one?.parts.length, others, findProblems(query, { now: new Date(0) })], [1, [], []]);
      // A field that is named is told of.
      const field = /"([a-z_]+(?:\.[a-z_]+)*)": (?:"|\$|\d)/u.exec(insertText)?.[1];
      assert.equal(documentation, field === undefined ? undefined : findField(field)?.description);
    });
  }

  it('leave empty what the editor can complete, for a word there would narrow what it offers', () => {
    const named = clauseSnippets.flatMap(({ insertText }) => /\$\{1:([^}]*)\}/u.exec(insertText)?.[1] ?? []);
    assert.deepEqual(named, ['words', 'number', '500']);
  });

  it('are there for what people look for, each once', () => {
    const labels = clauseSnippets.map(({ label }) => label);
    assert.deepEqual([labels.length, new Set(labels).size], [12, 12]);
    assert.equal(clauseSnippets.filter(({ documentation }) => documentation === undefined).length, 2);
  });
});
