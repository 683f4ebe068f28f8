import type { LooseRecord } from '../../json/looseValues.ts';
import type { Token } from '../../tokens/fieldTokens.ts';
import { isScalar, storedTokens } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import type { ValueKind } from '../reading/readValues.ts';

/** Of which values there are buckets. */
export interface Included {
  /** Only these; undefined for all. */
  readonly include?: ReadonlySet<Token>;
  readonly exclude?: ReadonlySet<Token>;
}

/**
 * `include` and `exclude` of `terms`: lists of values, or one. A text that Elasticsearch takes for a pattern is refused: of ours it
 * would be another language, and one that can be made to run without end.
 */
export function readIncluded(options: LooseRecord, kind: ValueKind, reading: Reading): Included | undefined {
  const read = (['include', 'exclude'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [[name, tokensIn(options[name], kind, reading.at(name))] as const],
  );
  return read.every(([, tokens]) => tokens) ? Object.fromEntries(read) : undefined;
}

export function isIncluded(token: Token, { include, exclude }: Included): boolean {
  return (include?.has(token) ?? true) && !exclude?.has(token);
}

function tokensIn(written: unknown, kind: ValueKind, reading: Reading): ReadonlySet<Token> | undefined {
  if (typeof written === 'string')
    return /[.?+*|{}[\]()"\\#@&<>~]/u.test(written)
      ? reading.wrong('patternNotUnderstood', { what: written })
      : tokensIn([written], kind, reading);
  if (!Array.isArray(written)) return reading.wrong('expectedList');
  const tokens = written.map((one: unknown, index) => {
    const [token] = isScalar(one) ? storedTokens(kind, one) : [];
    return token ?? reading.at(index).wrong('kindDoesNotFit', { what: String(one) });
  });
  const known = tokens.filter((token) => token !== undefined);
  return known.length === tokens.length ? new Set(known) : undefined;
}
