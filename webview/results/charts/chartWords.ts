import * as l10n from '@vscode/l10n';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

export const chartWords = spoken(() => ({
  overTime: l10n.t('Sessions over Time'),
  durations: l10n.t('Durations'),
  numbers: l10n.t('Numbers as a table'),
  hint: l10n.t('Arrows choose a bar, with Shift several; Enter narrows the table to them.'),
  hintQuery: l10n.t('Enter narrows the table, q puts the dates into the query.'),
  narrow: l10n.t('Narrow the Table'),
  dates: l10n.t('Put Dates into the Query'),
  from: l10n.t('From'),
  to: l10n.t('To'),
  sessions: l10n.t('Sessions'),
  noStart: l10n.t('No session has a start time.'),
  noDuration: l10n.t('The service measures durations for voice only.'),
  chooseFirst: l10n.t('Choose bars first.'),
  beyond: l10n.t('and more'),
}));

export const chartPhrases = {
  bar: (span: string, count: number) =>
    count === 1 ? l10n.t('{0}: {1} session', span, count) : l10n.t('{0}: {1} sessions', span, numberText(count)),
  part: (kind: string, count: number) => l10n.t('{0} {1}', kind, numberText(count)),
  span: (from: string, to: string) => l10n.t('{0} to {1}', from, to),
  from: (from: string) => l10n.t('{0} and more', from),
  p50: (duration: string) => l10n.t('p50 {0}', duration),
  p95: (duration: string) => l10n.t('p95 {0}', duration),
  percentiles: (p50: string, p95: string) =>
    l10n.t('Half of the sessions took no longer than {0} (p50), 95 of 100 no longer than {1} (p95).', p50, p95),
  withoutStart: (count: number) =>
    count === 1
      ? l10n.t('{0} session has no start time.', count)
      : l10n.t('{0} sessions have no start time.', numberText(count)),
  withoutDuration: (count: number) =>
    count === 1
      ? l10n.t('{0} session has no duration.', count)
      : l10n.t('{0} sessions have no duration.', numberText(count)),
  countedOver: (count: number, loaded: number, total: string) =>
    count === loaded
      ? l10n.t('{0} of {1} loaded', numberText(loaded), total)
      : l10n.t('{0} shown, {1} of {2} loaded', numberText(count), numberText(loaded), total),
  narrowed: (count: number) =>
    count === 1
      ? l10n.t('The table shows {0} session.', count)
      : l10n.t('The table shows {0} sessions.', numberText(count)),
} as const;
