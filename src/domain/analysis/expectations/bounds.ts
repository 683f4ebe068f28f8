import type { LooseRecord } from '../../json/looseValues.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readNumberAt } from '../reading/readValues.ts';

export const boundNames = ['gt', 'gte', 'lt', 'lte', 'eq'] as const;
export type BoundName = (typeof boundNames)[number];

/** What a number has to be: every bound must hold. */
export type Bounds = { readonly [Name in BoundName]?: number };

const holds: Readonly<Record<BoundName, (value: number, bound: number) => boolean>> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
  eq: (value, bound) => value === bound,
};

/** Undefined, with the problem noted, where no bound is given or one is no number. */
export function readBounds(body: LooseRecord, reading: Reading): Bounds | undefined {
  const given = boundNames.filter((name) => body[name] !== undefined);
  if (given.length === 0) return reading.wrong('missingKey', { expected: boundNames });
  const bounds = given.map((name) => [name, readNumberAt(body[name], reading.at(name))] as const);
  return bounds.every(([, bound]) => bound !== undefined) ? Object.fromEntries(bounds) : undefined;
}

export function isWithin(value: number, bounds: Bounds): boolean {
  return boundNames.every((name) => bounds[name] === undefined || holds[name](value, bounds[name]));
}
