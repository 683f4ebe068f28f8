import type * as vscode from 'vscode';
import { asList, asRecord } from '../../domain/json/looseValues.ts';
import { placeIn } from '../../domain/query/placeIn.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { Position } from '../../domain/text/positionIn.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import type { FoundQuery } from '../../host/queries/liveQueries.ts';
import { queryName } from '../../host/queries/queryNames.ts';

/** An expectation as a test: values alone, so that one that did not change is told from one that did. */
export interface ExpectationTest {
  /** The same as long as it is the same expectation: its name, else its place. */
  readonly key: string;
  readonly index: number;
  readonly value: unknown;
  readonly written: string;
  readonly start: Position;
  readonly end: Position;
}

/** A query file as a test; without expectations it is none. */
export interface QueryTest {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly at: Position;
  readonly fixtures: readonly string[];
  readonly expectations: readonly ExpectationTest[];
}

/** What the tests of a query file are. */
export function testsOf({ uri, query }: FoundQuery): QueryTest {
  const { name, expect, fixtures } = query?.value ?? {};
  const keyed = new Set<string>();
  return {
    uri,
    name: queryName(name, uri),
    at: placeOf(query, ['expect']).start,
    fixtures: asList(fixtures).filter((one) => typeof one === 'string'),
    expectations: asList(expect).map((one, index) => {
      const { name: own } = asRecord(one);
      const wanted = typeof own === 'string' && own !== '' ? own : String(index);
      const key = keyed.has(wanted) ? `${wanted}#${index}` : wanted;
      keyed.add(key);
      return { key, index, value: one, ...placeOf(query, ['expect', index]) };
    }),
  };
}

function placeOf(
  query: ParsedQuery | undefined,
  path: readonly (string | number)[],
): { readonly written: string; readonly start: Position; readonly end: Position } {
  const text = query?.text ?? '';
  const { offset, length } = query ? placeIn(query, path) : { offset: 0, length: 0 };
  return {
    written: text.slice(offset, offset + length),
    start: positionIn(text, offset),
    end: positionIn(text, offset + length),
  };
}
