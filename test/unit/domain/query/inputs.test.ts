import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findReferences, proposedAnswers, substitute, usedInputs } from '../../../../src/domain/query/inputs.ts';
import type { InsightsQuery } from '../../../../src/domain/query/query.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';

describe('the references of a query', () => {
  const cases: [text: string, found: string[]][] = [
    ['{ "from_date": "${input:a}" }', ['input a whole ${input:a}']],
    ['{ "from_date": "x${input:a} ${env:B}" }', ['input a ${input:a}', 'env B ${env:B}']],
    ['{ "filter_by": { "must": [{ "term": { "id": "${input:a}" } }] } }', ['input a whole ${input:a}']],
    ['{ "project_fields": ["id", "${env:B}"] }', ['env B whole ${env:B}']],
    // Escaped, it is one all the same.
    ['{ "from_date": "\\u0024{input:a}" }', ['input a whole \\u0024{input:a}']],
    // What is for people, and what declares inputs, refers to none.
    ...['$schema', 'name', 'description'].map((key): [string, string[]] => [`{ "${key}": "\${input:a}" }`, []]),
    ['{ "inputs": [{ "id": "a", "default": "${env:B}" }] }', []],
    ['{ "from_date": "${input:}" }', []],
    ['{ "from_date": "${other:a} ${input:a$b} {input:a} $input:a" }', []],
    ['{ "${input:a}": 1, "page_size": 5 }', []],
    ['{ "from_date": }', []],
  ];
  for (const [text, found] of cases) {
    it(text, () => {
      const references = findReferences(parseQuery(text)).map(({ kind, name, whole, offset, length }) =>
        [kind, name, whole && 'whole', text.slice(offset, offset + length)].filter(Boolean).join(' '),
      );
      assert.deepEqual(references, found);
    });
  }

  it('ask for each input once, in order', () => {
    const query = parseQuery('{ "from_date": "${input:b}${env:C}", "sort_by": ["${input:a}", "${input:b}"] }');
    assert.deepEqual(usedInputs(query), ['b', 'a']);
  });

  it('are proposed what the query says itself, as far as it uses it', () => {
    const inputs = [{ id: 'a', default: '1' }, { id: 'b', default: 2 }, { id: 'c', default: '3' }, { default: '4' }, 5];
    const proposed = (more: object) =>
      Object.fromEntries(proposedAnswers(parseQuery(JSON.stringify({ from_date: '${input:a} ${input:b}', ...more }))));
    assert.deepEqual(proposed({ inputs }), { a: '1' });
    assert.deepEqual(proposed({ inputs: { id: 'a', default: '1' } }), {});
    assert.deepEqual(proposed({}), {});
  });
});

describe('answers in the place of references', () => {
  const answers = {
    inputs: new Map(
      Object.entries({
        n: '200',
        d: ' 12.50 ',
        e: '1e3',
        p: '009726666666',
        b: 'true',
        f: ' false ',
        o: 'no',
        r: '${input:n}',
      }),
    ),
    env: (name: string) => (name === 'HOME' ? '/root' : undefined),
  };
  const termOf = (field: string, value: unknown) => ({ filter_by: { must: [{ term: { [field]: value } }] } });
  const cases: [field: string, value: unknown, filled: unknown][] = [
    ['channel_data.status_code', '${input:n}', 200],
    ['channel_data.status_code', { value: '${input:n}' }, { value: 200 }],
    ['channel_data.status_code', { query: '${input:n}' }, { query: 200 }],
    ['channel_data.status_code', { boost: '${input:n}' }, { boost: '200' }],
    ['channel_data.status_code', ['${input:n}'], ['200']],
    ['channel_data.status_code', 'x${input:n}', 'x200'],
    ['channel_data.status_code', '${input:e}', '1e3'],
    ['channel_data.status_code', '100', '100'],
    ['source', '${input:p}', '009726666666'],
    ['source', '${input:n}', '200'],
    ['params.a.completed', '${input:b}', true],
    ['params.a.completed', '${input:f}', false],
    ['params.a.completed', '${input:o}', 'no'],
    ['params.a.completed', '${input:n}', '200'],
    ['params.a.completed', 'true', 'true'],
    ['transcription.user', '${input:b}', 'true'],
    ['id', '${input:n}-${env:HOME}', '200-/root'],
    // Answers are never looked through themselves.
    ['id', '${input:r}', '${input:n}'],
    ['id', '${input:a${input:n}}', '${input:a200}'],
  ];
  for (const [field, value, filled] of cases) {
    it(`${JSON.stringify(value)} in ${field}`, () => {
      const { query, missing } = substitute(termOf(field, value) as InsightsQuery, answers);
      assert.deepEqual([query, missing], [termOf(field, filled), []]);
    });
  }

  it('are numbers digit by digit', () => {
    const { query } = substitute(termOf('channel_data.duration', '${input:d}') as InsightsQuery, answers);
    const { must } = query.filter_by as { must: [{ term: Record<string, unknown> }] };
    assert.equal(String(must[0].term['channel_data.duration']), '12.50');
  });

  it('are put in wherever something is asked for, and not in what is for people', () => {
    const query = { name: '${input:n}', from_date: 'a ${input:n}', project_fields: ['${input:n}', 5, null] };
    assert.deepEqual(substitute(query as unknown as InsightsQuery, answers), {
      query: { name: '${input:n}', from_date: 'a 200', project_fields: ['200', 5, null] },
      missing: [],
    });
  });

  it('are missing where there are none, and no variable is read where none may be', () => {
    const query: InsightsQuery = { name: '${input:kept}', from_date: '${input:gone}', to_date: '${env:HOME}' };
    const missing = [
      { kind: 'input', name: 'gone' },
      { kind: 'env', name: 'HOME' },
    ];
    assert.deepEqual(substitute(query, { inputs: new Map() }), { query, missing });
    // An empty answer is one.
    const read = substitute(query, { inputs: new Map([['gone', '']]), env: () => '' });
    assert.deepEqual(read, { query: { ...query, from_date: '', to_date: '' }, missing: [] });
  });
});
