import { DocSet } from './docSet.ts';
import type { BoolFilter, Filter } from './filter.ts';
import type { SessionIndex } from './sessionIndex.ts';

/** The sessions that a filter finds. */
export function evaluate(filter: Filter, index: SessionIndex): DocSet {
  const found = new DocSet(index.size);
  switch (filter.kind) {
    case 'nothing':
      return found;
    case 'between':
      index.field(filter.path)?.collectBetween(filter.first, filter.last, found);
      return found;
    case 'tokens':
      return filter.all ? withAll(filter, index) : withAny(filter, index);
    case 'bool':
      return evaluateBool(filter, index);
  }
}

type TokenFilter = Extract<Filter, { kind: 'tokens' }>;

function withAny({ path, tokens }: TokenFilter, index: SessionIndex): DocSet {
  const found = new DocSet(index.size);
  for (const token of new Set(tokens)) index.field(path)?.collect(token, found);
  return found;
}

function withAll(filter: TokenFilter, index: SessionIndex): DocSet {
  const [first, ...others] = [...new Set(filter.tokens)].map((token) => withAny({ ...filter, tokens: [token] }, index));
  if (!first) return new DocSet(index.size);
  for (const other of others) first.keep(other);
  return first;
}

function evaluateBool({ must, mustNot, should }: BoolFilter, index: SessionIndex): DocSet {
  const found = index.live();
  for (const clause of must) found.keep(evaluate(clause, index));
  for (const clause of mustNot) found.drop(evaluate(clause, index));
  // At least one, also beside `must`: the documentation says so, where Elasticsearch alone would make it optional.
  if (should.length > 0) {
    const any = new DocSet(index.size);
    for (const clause of should) any.join(evaluate(clause, index));
    found.keep(any);
  }
  return found;
}
