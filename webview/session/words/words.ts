import * as l10n from '@vscode/l10n';
import type { Turn } from '../../../src/domain/session/conversation.ts';
import type { Rounds } from '../../../src/domain/session/path/rounds.ts';
import type { Visit } from '../../../src/domain/session/path/visits.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { spoken } from '../../parts/words/spoken.ts';
import { pageWords } from '../../parts/words/words.ts';

/** Every sentence that the page of a session shows of its own. */
export const words = spoken(() => ({
  unreadHeaders: l10n.t('Not read'),
  ...pageWords(),
  timeline: l10n.t('Timeline'),
  transcript: l10n.t('Transcript'),
  said: l10n.t('Said'),
  density: l10n.t('What to show'),
  asGraph: l10n.t('Show as a graph (g)'),
  overview: l10n.t('Overview by execution time'),
  overviewHint: l10n.t(
    'Execution time of all steps: speech pale, webhooks as blocks, problems in full height. Click or press arrows to go there.',
  ),
  parts: l10n.t('Parts of the step'),
  filterForThis: l10n.t('Filter for This'),
  noState: l10n.t('The session’s state at this step isn’t known.'),
  noStepFailed: l10n.t('no step failed'),
  noStepFailedButError: l10n.t('the service reports an error, no step failed'),
  noStepFailedButWarning: l10n.t('the service reports a warning, no step failed'),
  noStepFailedWhy: l10n.t('The service counts this session as erroneous; no step of it failed.'),
  noStepFailedButWarned: l10n.t('The service counts this session as one with warnings; no step of it failed.'),
  roundsWhy: l10n.t('The same steps ran over and over for most of the session.'),
  transferred: l10n.t('transferred'),
  showShortcuts: l10n.t('Shortcuts (?)'),
  detail: l10n.t('Step'),
  layingOut: l10n.t('Laying out the graph…'),
  noGraphScript: l10n.t('The graph could not be loaded. The list shows all of it.'),
  zoomIn: l10n.t('Zoom in (+)'),
  zoomOut: l10n.t('Zoom out (-)'),
  fitGraph: l10n.t('Show all of it (0)'),
  filterSteps: l10n.t('Filter steps'),
  stepsOfKind: l10n.t('Steps to show'),
  allSteps: l10n.t('All steps'),
  onlyProblems: l10n.t('Problems'),
  folded: l10n.t('folded'),
  /** Of a step that came while the session is shown. */
  fresh: l10n.t('new'),
  nothingFiltered: l10n.t('Nothing here matches the filter.'),
  filterParameters: l10n.t('Filter by name or by any value'),
  parametersHint: l10n.t('Enter goes to the step that set it.'),
  givenAt: l10n.t('Given at'),
  tagsCountedTwice: l10n.t(
    'The service counts a tag once more when the end of the call repeats the step before it; the steps are where it was given.',
  ),
  findings: l10n.t('What stands out'),
  noProblem: l10n.t('No problems'),
  toParameters: l10n.t('Go to the parameters'),
  toldError: l10n.t('The answer tells of an error, though its code says success.'),
  endedElsewhere: l10n.t('ended without an end call'),
  endedElsewhereHead: l10n.t('Ended without an end call'),
  endedElsewhereWhy: l10n.t('The path ends without an end call: the caller left, or something else ended it.'),
  toEnd: l10n.t('Go to where the session broke off'),
  noFacts: l10n.t('This document has no facts about the session.'),
  undocumented: l10n.t('A field that the documentation does not name.'),
  unknown: l10n.t('Unknown speaker'),
  loading: l10n.t('Loading the session…'),
  cancel: l10n.t('Cancel'),
  noTranscript: l10n.t('This document has no transcript.'),
  emptyTranscript: l10n.t('Nothing was said in this session.'),
  noPath: l10n.t(
    'There is no flow path in this document. Lists of sessions leave it out; a session that is opened from its row has all that the service keeps.',
  ),
  emptyPath: l10n.t('No step ran in this session.'),
  selectStep: l10n.t('Select a step first.'),
  noStep: l10n.t('Select a step to see what it sent and what came back.'),
  noLineStep: l10n.t('No step of the flow path says this line.'),
  partial: l10n.t('Part of a session: this document has neither a transcript nor a flow path.'),
  partialAtService: l10n.t(
    'Part of a session: the service has its parameters, and neither a transcript nor a flow path.',
  ),
  partialBadge: l10n.t('partial'),
  inProgress: l10n.t('This session was still in progress when it was read. Refresh to see more.'),
  noParameters: l10n.t('This session has no parameters.'),
  noTags: l10n.t('This session has no tags.'),
  openInEditor: l10n.t('Open in Editor'),
  context: l10n.t('Context'),
  parametersAfter: l10n.t('Parameters after this step'),
  changed: l10n.t('Changed'),
  repeatedTags: l10n.t('Tags, repeated from the step before'),
  empty: l10n.t('empty'),
  search: l10n.t('Search this session'),
  noMatches: l10n.t('No matches'),
  nextMatch: l10n.t('Next match (Enter)'),
  previousMatch: l10n.t('Previous match (Shift+Enter)'),
  closeSearch: l10n.t('Close the search (Escape)'),
  noProblems: l10n.t('No problems in this session'),
  channel: l10n.t('Channel'),
  outcome: l10n.t('Outcome'),
  problems: l10n.t('Problems'),
  name: l10n.t('Name'),
  value: l10n.t('Value'),
  entity: l10n.t('Entity'),
  completed: l10n.t('Completed'),
  notCompleted: l10n.t('not completed'),
  yes: l10n.t('yes'),
  no: l10n.t('no'),
  tag: l10n.t('Tag'),
  category: l10n.t('Category'),
  count: l10n.t('Count'),
  output: l10n.t('Output'),
  nodeName: l10n.t('Node'),
  nodeDescription: l10n.t('About the node'),
  nameNode: l10n.t('Name this node… (Shift+Alt+N)'),
  openNodeLink: l10n.t('Open node link (Shift+Alt+L)'),
  noNodeToName: l10n.t('Select a step first: its node gets the name.'),
  requestId: l10n.t('Request id'),
  nextSession: l10n.t('Next session (j)'),
  previousSession: l10n.t('Previous session (k)'),
}));

/** Sentences with something in them. Indexes come from 0 and are said from 1. */
export const phrases = {
  severalSessions: (count: number) => l10n.t('This document holds {0} sessions', numberText(count)),
  step: (index: number) => l10n.t('Step {0}', index + 1),
  stepLink: (index: number) => l10n.t('step {0}', index + 1),
  detailOf: (index: number, type: string) => l10n.t('Step {0}: {1}', index + 1, type),
  steps: (count: number) => (count === 1 ? l10n.t('{0} step', count) : l10n.t('{0} steps', numberText(count))),
  timelineOf: (steps: number) =>
    steps === 1 ? l10n.t('Timeline, {0} step', steps) : l10n.t('Timeline, {0} steps', numberText(steps)),
  graphOf: (steps: number, nodes: number) =>
    l10n.t('Flow path as a graph. Steps: {0}. Nodes: {1}.', numberText(steps), numberText(nodes)),
  graphTooLarge: (nodes: number, edges: number) =>
    l10n.t(
      'This path has {0} nodes and {1} different ways between them: too many for a graph that could be read. The list shows all of it.',
      numberText(nodes),
      numberText(edges),
    ),
  stepOf: (index: number, count: number) => l10n.t('Step {0} of {1}', numberText(index + 1), numberText(count)),
  rounds: ({ length, count }: Pick<Rounds, 'length' | 'count'>) =>
    length === 1
      ? l10n.t('{0} step × {1}', length, numberText(count))
      : l10n.t('{0} steps × {1}', length, numberText(count)),
  ranAt: (indexes: readonly number[]) => {
    const first = indexes.slice(0, 10).map((index) => index + 1);
    const rest = indexes.length - first.length;
    if (indexes.length === 1) return l10n.t('ran once: step {0}', first.join());
    return rest > 0
      ? l10n.t('ran {0} times: steps {1} and {2} more', numberText(indexes.length), first.join(', '), numberText(rest))
      : l10n.t('ran {0} times: steps {1}', indexes.length, first.join(', '));
  },
  executionOf: (total: string, slowest: string | undefined) =>
    slowest === undefined
      ? l10n.t('execution time {0}', total)
      : l10n.t('execution time {0} in all, {1} at most', total, slowest),
  shownOf: (shown: number, all: number) => l10n.t('{0} of {1}', numberText(shown), numberText(all)),
  visit: ({ number, of }: Visit) => l10n.t('visit {0} of {1}', numberText(number), numberText(of)),
  was: (before: string | undefined) => (before === undefined ? '' : l10n.t('was {0}', before)),
  /** A parameter that changed at the step that is shown, and how if that is known. */
  here: (how: string) => (how === '' ? l10n.t('here') : l10n.t('here: {0}', how)),
  parameters: (count: number) =>
    count === 1
      ? l10n.t('{0} parameter and its changes', count)
      : l10n.t('{0} parameters and their changes', numberText(count)),
  more: (count: number) => l10n.t('and {0} more', numberText(count)),
  toStep: (index: number) => l10n.t('Go to step {0}', index + 1),
  toNextProblem: (index: number, type: string, what: string) =>
    l10n.t('Go to the next problem (e): Step {0}, {1}: {2}', index + 1, type, what),
  incomplete: (names: readonly string[]) =>
    names.length === 1
      ? l10n.t('{0} not completed', names.join())
      : l10n.t('{0} parameters not completed', names.length),
  /** Before what was said, among other findings and at the head of the page. */
  saidAgain: (count: number) => l10n.t('said {0} times:', numberText(count)),
  saidAgainHead: (count: number) => l10n.t('Said {0} times:', numberText(count)),
  loop: (rounds: string, time: string) => l10n.t('Loop: {0} · {1}', rounds, time),
  slowestWebhook: (time: string) => l10n.t('slowest webhook {0}', time),
  longestSpeech: (time: string) => l10n.t('longest speech {0}', time),
  turn: ({ number, continued }: Pick<Turn, 'number' | 'continued'>) =>
    continued ? l10n.t('Turn {0}, continued', number) : l10n.t('Turn {0}', number),
  of: (index: number, count: number) => l10n.t('{0} of {1}', numberText(index + 1), numberText(count)),
  placeOf: (index: number, count: string) => l10n.t('{0} of {1}', numberText(index + 1), count),
  placeIn: (index: number, count: string, list: string) =>
    l10n.t('{0} of {1} in {2}', numberText(index + 1), count, list),
  turnOf: (index: number, count: number) => l10n.t('Turn {0} of {1}', numberText(index + 1), numberText(count)),
  problemOf: (index: number, count: number, what: string) =>
    l10n.t('problem {0} of {1}: {2}', numberText(index + 1), numberText(count), what),
  problems: (count: number) => (count === 1 ? l10n.t('{0} problem', count) : l10n.t('{0} problems', numberText(count))),
  matches: (count: number) => (count === 1 ? l10n.t('{0} match', count) : l10n.t('{0} matches', numberText(count))),
  firstOf: (shown: string, all: string) => l10n.t('The first {0} of {1}.', shown, all),
  problemInStep: (index: number, type: string, what: string) => l10n.t('Step {0}, {1}: {2}', index + 1, type, what),
} as const;

/** What the mark at the end of a list says of a session that broke off. */
export const brokenOffWords = spoken(() => ({
  noEndCall: l10n.t('The session broke off here: no end call was recorded.'),
  noEnd: l10n.t('The session broke off here: no end was recorded.'),
  inProgress: l10n.t('The session was still in progress here.'),
}));

/** Why, as far as that is known. */
export const brokenOffWhy = spoken(() => ({
  noEndCall: words.endedElsewhereWhy,
  noEnd: l10n.t(
    'This document has neither an end call nor an end time: it may be incomplete, or what followed was lost.',
  ),
  inProgress: words.inProgress,
}));

/** What each density of the conversation shows. */
export const densityWords = spoken(() => ({
  talk: l10n.t('Talk'),
  steps: l10n.t('Steps'),
  everything: l10n.t('Everything'),
}));
