import { parseTree } from 'jsonc-parser';
import { completionsAt } from '../../src/domain/query/completion/queryCompletion.ts';
import { findProblems } from '../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../src/domain/query/query.ts';

const now = new Date('2026-11-23T10:30:00Z');
const seen = { valuesOf: () => Array.from({ length: 100 }, (_, index) => ({ value: `seen-${index}` })) };

/** 2,000 clauses of all kinds, every tenth with a field that nobody knows. */
function largeQuery(): string {
  const must = Array.from({ length: 2000 }, (_, index) => {
    if (index % 10 === 0) return { term: { [`flow_path.nodeid${index}`]: `${index}` } };
    if (index % 3 === 0) return { match: { 'transcription.user': `words ${index}` } };
    return { term: { 'flow_data.collected_tags.tag': `tag-${index}` } };
  });
  return JSON.stringify({ filter_by: { must }, from_date: 'now-90d' }, null, 2);
}

/** The middle one of many, in milliseconds. */
function median(run: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[12] ?? 0;
}

const text = largeQuery();
const cursor = text.lastIndexOf('"tag-') + 3;
const baseline = median(() => parseTree(text, [], { allowTrailingComma: true }));
const parsed = parseQuery(text);
const lint = median(() => findProblems(parsed, { now }));
const parse = median(() => parseQuery(text));
const completion = median(() => completionsAt(parsed, cursor, seen));
const all = parse + lint + completion;
console.log(`query, 2,000 clauses, jsonc-parser alone, ms: ${baseline.toFixed(1)}`);
console.log(`query, 2,000 clauses, parse, ms: ${parse.toFixed(1)}`);
console.log(`query, 2,000 clauses, lint, ms: ${lint.toFixed(1)}`);
console.log(`query, 2,000 clauses, completion, ms: ${completion.toFixed(1)}`);
console.log(`query, 2,000 clauses, parse + lint + completion, ms (budget 50): ${all.toFixed(1)}`);
console.log(`query, 2,000 clauses, over jsonc-parser alone: ${(all / baseline).toFixed(1)}`);
