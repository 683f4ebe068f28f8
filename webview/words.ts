import type { Turn } from '../src/domain/conversation.ts';
import type { ProblemReason, Step } from '../src/domain/steps.ts';
import type { Visit } from '../src/domain/visits.ts';

/** Every sentence that the page shows of its own. */
export const words = {
  conversation: 'Conversation',
  transcript: 'Transcript',
  path: 'Flow path',
  detail: 'Step',
  parameters: 'Parameters',
  density: 'How much to show between what was said',
  pathForm: 'Form of the flow path',
  zoomIn: 'Zoom in (+)',
  zoomOut: 'Zoom out (-)',
  fitGraph: 'Show all of it (0)',
  filterSteps: 'Filter steps',
  stepsOfKind: 'Steps to show',
  allSteps: 'All steps',
  onlyProblems: 'Problems',
  nothingFiltered: 'Nothing here matches the filter.',
  filterParameters: 'Filter by name or by any value',
  parametersHint: 'Enter goes to the step that set it.',
  givenAt: 'Given at',
  tagsCountedTwice:
    'The service counts a tag once more when the end of the call repeats the step before it; the steps are where it was given.',
  findings: 'What stands out',
  noProblem: 'No problems',
  toParameters: 'Go to the parameters',
  endedByFlow: 'ended by the flow',
  endedElsewhere: 'no end call',
  endedElsewhereWhy: 'The path ends without an end call: the caller left, or something else ended it.',
  noFacts: 'This document says nothing of itself.',
  undocumented: 'A field that the documentation does not name.',
  jsonInText: 'JSON in a text',
  masked: 'Personal data is masked on this page. Press m to see it.',
  tags: 'Tags',
  caller: 'Caller',
  agent: 'Agent',
  unknown: 'Unknown speaker',
  loading: 'Loading the session…',
  notAvailable: 'n/a',
  executionTime: 'execution time',
  noTranscript: 'This document has no transcript.',
  emptyTranscript: 'Nothing was said in this session.',
  noPath: 'This document has no flow path. Lists leave it out: open the session from its row to get all of it.',
  emptyPath: 'No step ran in this session.',
  noStep: 'Select a step to see what it sent and what came back.',
  noLineStep: 'No step of the flow path says this line.',
  partial: 'Part of a session: this document has neither a transcript nor a flow path.',
  partialAtService: 'Part of a session: the service has its parameters, and neither a transcript nor a flow path.',
  partialBadge: 'partial',
  inProgress: 'This session was still in progress when it was read. Refresh to see more.',
  noParameters: 'This session has no parameters.',
  noTags: 'This session has no tags.',
  notJson: 'This document is not valid JSON.',
  cannotShow: 'This session cannot be shown',
  notObject: 'This document is not a session: it holds no JSON object.',
  openAsText: 'Open as Text',
  retry: 'Try Again',
  copyId: 'Copy session id',
  copyCaller: 'Copy caller’s number',
  openInEditor: 'Open in Editor',
  showRaw: 'Show raw',
  showFormatted: 'Show formatted',
  response: 'Response',
  request: 'Request',
  headers: 'Request headers',
  context: 'Context',
  parametersAfter: 'Parameters after this step',
  changed: 'Changed',
  here: 'here',
  stepTags: 'Tags of this step',
  repeatedTags: 'Tags, repeated from the step before',
  empty: 'empty',
  search: 'Search this session',
  noMatches: 'No matches',
  nextMatch: 'Next match (Enter)',
  previousMatch: 'Previous match (Shift+Enter)',
  closeSearch: 'Close the search (Escape)',
  noProblems: 'No problems in this session',
  shortcuts: 'Shortcuts',
  close: 'Close',
  session: 'Session',
  status: 'Status',
  start: 'Start',
  duration: 'Duration',
  channel: 'Channel',
  called: 'Called',
  connection: 'Connection',
  outcome: 'Outcome',
  problems: 'Problems',
  toNextProblem: 'Go to the next problem (e)',
  name: 'Name',
  value: 'Value',
  entity: 'Entity',
  completed: 'Completed',
  notCompleted: 'not completed',
  yes: 'yes',
  no: 'no',
  tag: 'Tag',
  category: 'Category',
  count: 'Count',
  noType: 'step of no type',
  statusMessage: 'Status message',
  callerSaid: 'Caller said',
  output: 'Output',
  nodeId: 'Node id',
  nodeName: 'Node',
  nodeDescription: 'About the node',
  nameNode: 'Name this node… (Shift+Alt+N)',
  openNodeLink: 'Open node link (Shift+Alt+L)',
  noNodeToName: 'Select a step first: its node gets the name.',
  requestId: 'Request id',
  nextSession: 'Next session (j)',
  previousSession: 'Previous session (k)',
  copiedId: 'the session id',
  copiedCaller: 'the caller’s number',
  copiedMarkdown: 'the session as Markdown, personal data masked',
} as const;

/** Sentences with something in them. Indexes come from 0 and are said from 1. */
export const phrases = {
  step: (index: number) => `Step ${index + 1}`,
  stepLink: (index: number) => `step ${index + 1}`,
  detailOf: (index: number, type: string) => `Step ${index + 1}: ${type}`,
  steps: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'}`,
  pathOf: (steps: number) => `Flow path, ${phrases.steps(steps)}`,
  graphOf: (steps: number, nodes: number) =>
    `Flow path as a graph, ${phrases.steps(steps)} over ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`,
  graphTooLarge: (nodes: number, edges: number) =>
    `This path has ${nodes} nodes and ${edges} different ways between them: too many for a graph that could be read. The list shows all of it.`,
  stepOf: (index: number, count: number) => `Step ${index + 1} of ${count}`,
  stepList: (indexes: readonly number[]) => {
    const first = indexes.slice(0, 10).map((index) => index + 1);
    const rest = indexes.length - first.length;
    return `${first.length === 1 ? 'step' : 'steps'} ${first.join(', ')}${rest > 0 ? ` ${phrases.more(rest)}` : ''}`;
  },
  visited: (count: number) => (count === 1 ? 'ran once' : `ran ${count} times`),
  executionOf: (total: string, slowest: string | undefined) =>
    `execution time ${total}${slowest === undefined ? '' : ` in all, ${slowest} at most`}`,
  filteredPath: (shown: number, all: number) => `Flow path, ${shown} of ${all} steps`,
  shownOf: (shown: number, all: number) => `${shown} of ${all}`,
  visit: ({ number, of }: Visit) => `visit ${number} of ${of}`,
  was: (before: string | undefined) => (before === undefined ? '' : `was ${before}`),
  parameters: (count: number) => `${count} ${count === 1 ? 'parameter' : 'parameters'} and their changes`,
  more: (count: number) => `and ${count} more`,
  showMore: (next: number, rest: number) => `Show ${next} more of ${rest}`,
  toStep: (index: number) => `Go to step ${index + 1}`,
  incomplete: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} not completed` : `${names.length} parameters not completed`,
  slowest: (type: string, time: string) => `slowest: ${type} ${time}`,
  execution: (steps: number, time: string) => `${phrases.steps(steps)}, ${time} of execution`,
  turn: ({ number, continued }: Pick<Turn, 'number' | 'continued'>) =>
    `Turn ${number}${continued ? ', continued' : ''}`,
  of: (index: number, count: number) => `${index + 1} of ${count}`,
  placeOf: (index: number, count: string) => `${index + 1} of ${count}`,
  placeIn: (index: number, count: string, list: string) => `${index + 1} of ${count} in ${list}`,
  turnOf: (index: number, count: number) => `Turn ${index + 1} of ${count}`,
  problemOf: (index: number, count: number, what: string) => `problem ${index + 1} of ${count}: ${what}`,
  problems: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'}`,
  matches: (count: number) => `${count} ${count === 1 ? 'match' : 'matches'}`,
  copy: (name: string) => `Copy ${name.toLowerCase()}`,
  copied: (what: string) => `Copied ${what}`,
  copiedMasked: (name: string) => `the ${name.toLowerCase()}, personal data masked`,
  characters: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'}`,
  firstOf: (shown: string, all: string) => `The first ${shown} of ${all}.`,
  /** The name of an editor that shows a part of a step. */
  partTitle: (part: { type: string; index: number; name: string; json: boolean }) =>
    `${part.type} ${part.index + 1} ${part.name.toLowerCase()}.${part.json ? 'json' : 'txt'}`,
  problemInStep: (index: number, type: string, what: string) => `Step ${index + 1}, ${type}: ${what}`,
} as const;

export function problemWords(step: Step): string {
  const words: Record<ProblemReason, string> = {
    responseCode: `Answered with ${step.responseCode}`,
    statusCode: `Status ${step.statusCode}`,
    noResponse: 'No response came back',
    timedOut: 'Timed out',
  };
  return step.problem === undefined ? '' : words[step.problem];
}

/** What each density of the conversation shows. */
export const densityWords = { talk: 'Talk', steps: 'Steps', everything: 'Everything' } as const;

export const pathFormWords = { list: 'List', graph: 'Graph' } as const;

/** The types of step that we know, as people call them. */
export const stepNames: ReadonlyMap<string, string> = new Map([
  ['start', 'start'],
  ['speak', 'speak'],
  ['param_completion', 'collect input'],
  ['webhook', 'webhook'],
  ['end_call', 'end call'],
]);

export const outcomeWords = { success: 'Success', warning: 'Warning', error: 'Error', unknown: 'No outcome' } as const;

/** What each key does, for the list of shortcuts. */
export const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['↑ ↓ Home End', 'Move through the list in focus'],
  ['Enter', 'Go to the step’s detail'],
  ['Escape', 'Go back to the list'],
  ['← →', 'Fold / unfold the turn, in the transcript'],
  ['e / Shift+E, F8 / Shift+F8', 'Next / previous problem'],
  ['n / p, Alt+PageDown / PageUp', 'Next / previous turn'],
  ['j / k, Alt+↓ / Alt+↑', 'Next / previous session of the list'],
  ['v / Shift+V', 'Next / previous tab'],
  ['t', 'Times in UTC or in your zone'],
  ['/', 'Search; Enter and Shift+Enter step through matches'],
  ['1 2 3', 'Talk, steps, everything'],
  ['[ ]', 'Fold / unfold all turns'],
  ['g', 'Flow path as list or graph'],
  ['Shift+↑ ↓ ← →, + - 0', 'Move the graph, zoom it, show all of it'],
  ['r', 'Payloads raw or formatted'],
  ['c', 'Copy the session as Markdown, personal data masked'],
  ['o', 'Open the response in an editor'],
  ['?', 'This list'],
];
