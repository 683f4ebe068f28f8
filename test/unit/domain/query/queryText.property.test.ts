import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/domain/json/textEdits.ts';
import { completionsAt } from '../../../../src/domain/query/completion/queryCompletion.ts';
import { fixAll } from '../../../../src/domain/query/fixes/fixAll.ts';
import { fixesFor } from '../../../../src/domain/query/fixes/queryFixes.ts';
import type { QueryProblem } from '../../../../src/domain/query/problems/queryProblem.ts';
import { findProblems } from '../../../../src/domain/query/problems/queryProblems.ts';
import { findRunProblems } from '../../../../src/domain/query/problems/runProblems.ts';
import { parseQuery } from '../../../../src/domain/query/query.ts';

/** 50,000 of each kind take minutes, so every run of the tests takes a part: `PROPERTY_RUNS=50000` takes all. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

const now = new Date('2026-11-23T10:30:00Z');
const seen = { valuesOf: () => [{ value: 'a"b$1', label: 'A } name' }] };

const field = fc.constantFrom(
  ...[
    'id',
    'source',
    'status',
    'agent_id',
    'tags.x',
    'parameters.USER.x',
    'transcription.client',
    'transcription.user',
  ],
  ...['agent_information', 'channel_data.status_code', 'sorce', 'params.a.completed', '', 'request_ids', 'api_key'],
);
const scalar = fc.constantFrom<unknown>(
  ...[
    '1',
    'Shut up',
    'ENDED',
    '+972 666-6666',
    '${input:a}',
    '${input:b',
    '${env:X}',
    'eyJhbGciOiJI.eyJzdWIiOiIx.x',
    '"\\',
  ],
  ...[1, true, null, -5, 1e300],
);
const value = fc.oneof(
  scalar,
  fc.record({ value: scalar }),
  fc.record({ query: scalar, operator: fc.constant('and') }),
);
const search = fc.dictionary(field, value, { maxKeys: 2 });
const clause = fc.oneof(
  { weight: 6, arbitrary: fc.record({ term: search }) },
  { weight: 4, arbitrary: fc.record({ match: search }) },
  fc.record({ term: search, match: search }),
  fc.constant({}),
  fc.record({
    bool: fc.record({ must: fc.array(fc.record({ term: search }), { maxLength: 2 }) }, { requiredKeys: [] }),
  }),
);
const clauses = fc.array(clause, { maxLength: 3 });
const lists = { must: clauses, must_not: clauses, should: clauses };
const date = fc.constantFrom(
  ...[
    'now',
    'now-7d/d',
    '2026-02-30',
    '2026-10-01',
    '2020-01-01T10:00:00+02:00',
    '2026-01-01||+1M/d',
    'x',
    '2027-01-01',
    '${input:a}',
    'now+99999y',
  ],
);
const sort = field.chain((name) => fc.constantFrom(`${name}:asc`, `${name}:desc`, name, `${name}:down`));
const url = fc.constantFrom(
  'https://x.example/insights/sessions?page_size=1&filter_by={"must":[]}',
  '/insights/sessions?from_date=now',
);
const query = fc.record(
  {
    name: fc.constantFrom('x', 'aB3aB3aB3aB3aB3aB3aB3aB3aB3'),
    inputs: fc.array(fc.record({ id: fc.constantFrom('a', 'b'), type: fc.constantFrom('promptString', 'password') }), {
      maxLength: 3,
    }),
    from_date: date,
    to_date: date,
    filter_by: fc.record(lists, { requiredKeys: [] }),
    sort_by: fc.oneof(
      fc.array(sort, { maxLength: 3 }),
      fc.array(sort, { maxLength: 3 }).map((keys) => keys.join(',')),
    ),
    project_fields: fc.oneof(
      fc.array(field, { maxLength: 3 }),
      fc.array(field, { maxLength: 3 }).map((list) => JSON.stringify(list)),
    ),
    page_size: fc.constantFrom(1, 0, -3, 50, 20_000),
    page_number: fc.constantFrom(0, -1, 500, 99_999),
    must: clauses,
    must_not: clauses,
    should: clauses,
    api_key: fc.constant('abcdef0123456789'),
    form_date: fc.constant('now'),
    url,
  },
  { requiredKeys: [] },
);
const text = fc
  .tuple(query, fc.constantFrom(undefined, 2, '\t'), fc.constantFrom('', ' // note', ' /* note */'))
  .map(([asked, indent, comment]) => JSON.stringify(asked, null, indent).replaceAll(',\n', `,${comment}\n`));
const broken = fc
  .tuple(
    text,
    fc.array(
      fc.tuple(
        fc.nat(2000),
        fc.nat(6),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '//', '/*', '${', '\n', 'ü', '\ud800'),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([whole, cuts]) =>
    cuts.reduce((sofar, [at, length, put]) => {
      const place = at % (sofar.length + 1);
      return sofar.slice(0, place) + put + sofar.slice(place + length);
    }, whole),
  );

/** The same problem wherever it stands: what a fix must make fewer of. */
function likes(problems: readonly QueryProblem[], problem: QueryProblem): number {
  const key = (one: object) =>
    JSON.stringify({ ...one, offset: 0, length: 0, keyOffset: 0, keyLength: 0, firstOffset: 0 });
  return problems.filter((one) => key(one) === key(problem)).length;
}

function examine(written: string, cursor: number): void {
  const parsed = parseQuery(written);
  const problems = findProblems(parsed, { now });
  findRunProblems(parsed, { now });
  const offered = completionsAt(parsed, cursor, seen);
  assert.ok(offered.offset >= 0 && offered.offset + offered.length <= written.length);
  for (const problem of problems) {
    assert.ok(problem.offset >= 0 && problem.offset + problem.length <= written.length, problem.code);
    for (const fix of fixesFor(problem, parsed)) {
      let end = 0;
      for (const edit of fix.edits) {
        assert.ok(edit.offset >= end, `${problem.code}: edits overlap or are not sorted`);
        end = edit.offset + edit.length;
      }
      const after = parseQuery(applyEdits(written, fix.edits));
      const whole = fix.edits.length === 1 && fix.edits[0]?.length === written.length;
      if (parsed.syntaxProblems.length === 0 || whole)
        assert.deepEqual(after.syntaxProblems, [], `${problem.code} leaves broken text: ${after.text}`);
      assert.ok(
        after.syntaxProblems.length <= parsed.syntaxProblems.length,
        `${problem.code} breaks the text more: ${after.text}`,
      );
      const left = likes(findProblems(after, { now }), problem);
      assert.ok(left < likes(problems, problem), `${problem.code} stays: ${after.text}`);
    }
  }
}

it('generated queries: nothing throws, every fix leaves a text that parses and has the problem no more', () => {
  fc.assert(
    fc.property(text, fc.nat(3000), (written, at) => examine(written, at % (written.length + 1))),
    { numRuns, seed: 3 },
  );
});

it('damaged queries: the same', () => {
  fc.assert(
    fc.property(broken, fc.nat(3000), (written, at) => examine(written, at % (written.length + 1))),
    { numRuns, seed: 4 },
  );
});

it('fixing all comes to an end and leaves a text that parses', () => {
  fc.assert(
    fc.property(text, (written) => {
      const after = applyEdits(written, fixAll(written, now));
      assert.deepEqual(parseQuery(after).syntaxProblems, []);
      assert.deepEqual(fixAll(after, now), []);
    }),
    { numRuns: 500, seed: 5 },
  );
  fc.assert(
    fc.property(broken, (written) => {
      const after = applyEdits(written, fixAll(written, now));
      assert.ok(parseQuery(after).syntaxProblems.length <= parseQuery(written).syntaxProblems.length);
    }),
    { numRuns: 500, seed: 7 },
  );
});

it('text of any kind and any depth', () => {
  for (const piece of ['[', '{"a":', '{"filter_by":{"must":[{"bool":', '"', '//', '/*'])
    parseQuery(piece.repeat(20_000));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => examine(written, 0)),
    { numRuns: 2000, seed: 6 },
  );
});
