import type { Verdict } from '../../domain/analysis/expectation.ts';
import { asList, asRecord } from '../../domain/json/looseValues.ts';
import { writeJson } from '../../domain/json/writeJson.ts';

const bounds = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=' } as const;
const names = Object.keys(bounds) as (keyof typeof bounds)[];

/** What an expectation is called: its name, else what it says. */
export function nameOfExpectation(expect: unknown, { name, index }: Pick<Verdict, 'name' | 'index'>): string {
  if (name) return name;
  const written = asRecord(asList(expect)[index]);
  const [subject = 'expectation'] = Object.keys(written);
  const body = asRecord(written[subject]);
  switch (subject) {
    case 'total':
      return `total ${boundsText(body)}`;
    case 'aggregation':
      return `${asList(body.path).join(' › ')} ${boundsText(body)}`;
    default:
      return `${subject.replace('_', ' ')}: ${writeJson(written[subject])}`;
  }
}

function boundsText(body: Readonly<Record<string, unknown>>): string {
  const over = asRecord(body.over_before);
  const said = (of: Readonly<Record<string, unknown>>): string[] =>
    names.flatMap((name) => (of[name] === undefined ? [] : [`${bounds[name]} ${String(of[name])}`]));
  return [...said(body), ...said(over).map((bound) => `${bound} times the range before`)].join(' and ');
}

/** What was expected and what there was, in a sentence. */
export function verdictSentence({ kind, expected, actual, before, brokenCount, held }: Verdict): string {
  const wanted = names
    .flatMap((name) => (expected[name] === undefined ? [] : [`${bounds[name]} ${expected[name]}`]))
    .join(' and ');
  const found = actual === undefined ? 'nothing' : String(Math.round(actual * 1e6) / 1e6);
  switch (kind) {
    case 'total':
    case 'aggregation':
      return before === undefined
        ? `Expected ${wanted}, found ${found}.`
        : `Expected ${wanted} times the range before (${before}), found ${found} times.`;
    case 'atLeast':
      return `Expected ${wanted} sessions that meet it, found ${found}.`;
    default:
      return held
        ? 'No session breaks it.'
        : `${brokenCount === 1 ? '1 session breaks' : `${brokenCount} sessions break`} it.`;
  }
}
