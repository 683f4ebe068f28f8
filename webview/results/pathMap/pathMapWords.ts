import * as l10n from '@vscode/l10n';
import type { MapNode, PathMap } from '../../../src/domain/analysis/pathMap/pathMap.ts';
import { shortNodeId } from '../../parts/steps/nodeLabel.ts';
import { stepName } from '../../parts/steps/stepLabel.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';

export const pathMapWords = spoken(() => ({
  map: l10n.t('Path map'),
  empty: l10n.t('No session of the range has a path.'),
  layingOut: l10n.t('Laying out the map…'),
  noLayout: l10n.t('Couldn’t lay out the map: a part of the page didn’t load.'),
  compare: l10n.t('Compare with'),
  nothing: l10n.t('Compare with nothing'),
  rangeBefore: l10n.t('Compare with the range before'),
  versionBefore: l10n.t('Earlier version'),
  versionAfter: l10n.t('Later version'),
  versions: l10n.t('Compare two agent versions'),
  weakest: l10n.t('Fold weak transitions'),
  out: l10n.t('Goes on to'),
  into: l10n.t('Comes from'),
  begins: l10n.t('Sessions begin here'),
  ends: l10n.t('Sessions end here'),
  sessions: l10n.t('Sessions'),
  visits: l10n.t('Visits'),
  loops: l10n.t('Came here again'),
  problems: l10n.t('Problems'),
  median: l10n.t('Execution time, p50'),
  slow: l10n.t('Execution time, p95'),
  change: l10n.t('Change in share'),
  showSessions: l10n.t('Show Sessions'),
  selectNode: l10n.t('Select a node to see what is known of it.'),
  proven: l10n.t('Only what ran after what is drawn. What a flow could have done besides is not known.'),
  legend: l10n.t('Orange: more sessions than before. Blue: fewer.'),
  asTable: l10n.t('Numbers as a table'),
  asMap: l10n.t('Show as Map'),
  showTable: l10n.t('Show as Table'),
  nodes: l10n.t('Nodes'),
  node: l10n.t('Node'),
  transitions: l10n.t('Transitions'),
  transition: l10n.t('Transition'),
  taken: l10n.t('Times'),
  share: l10n.t('Of the visits'),
  p50: l10n.t('p50'),
  p95: l10n.t('p95'),
  zoomIn: l10n.t('Zoom in'),
  zoomOut: l10n.t('Zoom out'),
  fit: l10n.t('Show all'),
}));

export const pathMapPhrases = {
  otherVersions: (others: number, offered: number) =>
    others === 1
      ? l10n.t('{0} more version is not offered: only the {1} that were read first are.', others, numberText(offered))
      : l10n.t(
          '{0} more versions are not offered: only the {1} that were read first are.',
          numberText(others),
          numberText(offered),
        ),
  of: ({ sessions, withoutPath }: PathMap) =>
    withoutPath === 0
      ? l10n.t('With a path: {0}', numberText(sessions))
      : l10n.t('With a path: {0}, without: {1}', numberText(sessions), numberText(withoutPath)),
  graph: (nodes: number, edges: number) => l10n.t('Path map: {0} nodes, {1} transitions', nodes, edges),
  folded: (least: number, shown: number, all: number) =>
    least <= 1
      ? l10n.t('All {0} transitions', numberText(all))
      : l10n.t(
          'Transitions in at least {0} sessions: {1} of {2}',
          numberText(least),
          numberText(shown),
          numberText(all),
        ),
  tooLarge: (nodes: number, edges: number) =>
    l10n.t(
      '{0} nodes and {1} transitions are too many to be drawn: fold more of them.',
      numberText(nodes),
      numberText(edges),
    ),
  others: (edges: number, count: number) =>
    edges === 1
      ? l10n.t('1 of them is folded, taken {0} times', numberText(count))
      : l10n.t('{0} of them are folded, taken {1} times', numberText(edges), numberText(count)),
  other: (edges: number) =>
    edges === 1 ? l10n.t('other: 1 transition') : l10n.t('other: {0} transitions', numberText(edges)),
  step: (from: string, to: string) => l10n.t('{0} → {1}', from, to),
  notListed: (count: number) =>
    count === 1 ? l10n.t('1 weaker one is not listed.') : l10n.t('{0} weaker ones are not listed.', numberText(count)),
  cut: (nodes: number, edges: number) =>
    l10n.t('The weakest are left out of the map: {0} nodes and {1} transitions.', numberText(nodes), numberText(edges)),
  endsHere: (share: string) => l10n.t('{0} end', share),
  beginsHere: (share: string) => l10n.t('{0} begin', share),
  errors: (share: string) => l10n.t('{0} problems', share),
  slow: (time: string) => l10n.t('p95 {0}', time),
  through: (label: string) => l10n.t('through {0}', label),
  transition: (from: string, to: string) => l10n.t('from {0} to {1}', from, to),
  taken: (count: number, share: string) => l10n.t('{0} times, {1} of the visits', numberText(count), share),
  shown: (rows: number, loaded: number, what: string) =>
    l10n.t('{0} of {1} loaded sessions went {2}.', numberText(rows), numberText(loaded), what),
  version: (agent: string, id: string, sessions: number) =>
    l10n.t('{0} {1} ({2})', agent, shortNodeId(id), numberText(sessions)),
} as const;

export function labelOf({ name, nodeIds, type }: MapNode): string {
  if (name !== undefined) return name;
  const [id] = nodeIds;
  return [stepName(type), id === undefined ? '' : shortNodeId(id)].filter(Boolean).join(' ');
}

/** A part of a whole: no less than what is there is `0 %`. */
export function shareText(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const share = (100 * part) / whole;
  return share < 1 ? '<1 %' : `${Math.round(share)} %`;
}

/** `12 (4 %)` */
export function partText(part: number, whole: number): string {
  if (part === 0) return numberText(0);
  return `${numberText(part)} (${shareText(part, whole)})`;
}

/** `+12 %`, of parts of all sessions. */
export function changeText(change: number): string {
  const points = Math.round(change * 1000) / 10;
  return points === 0 ? '±0 %' : `${points > 0 ? '+' : '−'}${Math.abs(points)} %`;
}
