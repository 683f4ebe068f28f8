import * as l10n from '@vscode/l10n';
import type { PathReason } from '../domain/analysis/expectations/readPath.ts';
import type { BrokenBy, Verdict } from '../domain/analysis/expectations/verdict.ts';
import { asList, asRecord } from '../domain/json/looseValues.ts';
import { writeJson } from '../domain/json/writeJson.ts';

const bounds = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=' } as const;
const boundNames = Object.keys(bounds) as (keyof typeof bounds)[];

/** What an expectation of a query is called: its name, else what it says, as it is written. */
export function nameOfExpectation(expect: unknown, index: number): string {
  const { name, ...written } = asRecord(asList(expect)[index]);
  if (typeof name === 'string' && name !== '') return name;
  const [subject] = Object.keys(written);
  if (subject === undefined) return l10n.t('expectation {0}', index + 1);
  const body = asRecord(written[subject]);
  switch (subject) {
    case 'total':
      return `total ${numberText(body)}`;
    case 'aggregation':
      return `${asList(body.path).join(' › ')} ${numberText(body)}`;
    default:
      return `${subject.replace('_', ' ')}: ${writeJson(written[subject])}`;
  }
}

function numberText(body: Readonly<Record<string, unknown>>): string {
  const said = (of: Readonly<Record<string, unknown>>): string[] =>
    boundNames.flatMap((name) => (of[name] === undefined ? [] : [`${bounds[name]} ${String(of[name])}`]));
  const over = said(asRecord(body.over_before)).map((bound) => l10n.t('{0} times the range before', bound));
  return [...said(body), ...over].join(', ');
}

/** What had to be, as far as it is a number: `> 2, <= 5`. */
export function expectedText({ expected }: Pick<Verdict, 'expected'>): string {
  return boundNames
    .flatMap((name) => (expected[name] === undefined ? [] : [`${bounds[name]} ${expected[name]}`]))
    .join(', ');
}

/** The number that there was. */
function actualText({ actual }: Pick<Verdict, 'actual'>): string {
  return actual === undefined ? l10n.t('nothing') : String(Math.round(actual * 1e6) / 1e6);
}

/** What was expected and what there was, in a sentence. */
export function verdictSentence(verdict: Verdict): string {
  const { kind, before, overBefore, brokenCount, held } = verdict;
  const [expected, actual] = [expectedText(verdict), actualText(verdict)];
  switch (kind) {
    case 'total':
    case 'aggregation':
      if (!overBefore) return l10n.t('Expected {0}, found {1}.', expected, actual);
      return before === undefined
        ? l10n.t('Expected {0} times the range before, of which there is nothing to compare with.', expected)
        : l10n.t('Expected {0} times the range before ({1}), found {2} times.', expected, before, actual);
    case 'atLeast':
      return l10n.t('Expected {0} sessions that meet it, found {1}.', expected, actual);
    default:
      if (held) return l10n.t('No session breaks it.');
      return brokenCount === 1 ? l10n.t('1 session breaks it.') : l10n.t('{0} sessions break it.', brokenCount);
  }
}

/** A session that broke an expectation: its id, when it began, the step to blame, and of a path what is wrong with it. */
export function brokenByText({ id, start, step, why }: BrokenBy): string {
  const session = [
    id ?? l10n.t('a session without an ID'),
    ...(start ? [`${start.toISOString().slice(0, 19)}Z`] : []),
    ...(step === undefined ? [] : [l10n.t('step {0}', step + 1)]),
  ].join(', ');
  return why ? `${session}: ${pathReasonText(why, step)}` : session;
}

function pathReasonText({ kind, node }: PathReason, step: number | undefined): string {
  switch (kind) {
    case 'ran':
      return l10n.t('"{0}" ran', node);
    case 'missed':
      return step === undefined ? l10n.t('"{0}" didn’t run', node) : l10n.t('"{0}" didn’t run after it', node);
    case 'endedElsewhere':
      return step === undefined ? l10n.t('no node ran') : l10n.t('it ended here, not at "{0}"', node);
  }
}
