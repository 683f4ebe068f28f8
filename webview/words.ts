import type { Turn } from '../src/domain/conversation.ts';
import type { ProblemReason, Step } from '../src/domain/steps.ts';

/** Every sentence that the page shows of its own. */
export const words = {
  conversation: 'Conversation',
  transcript: 'Transcript',
  path: 'Flow path',
  detail: 'Step',
  parameters: 'Parameters',
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
  altered: 'Altered parameters',
  parametersHere: 'Parameters at this step',
  stepTags: 'Tags of this step',
  empty: 'empty',
  search: 'Search this session',
  noMatches: 'No matches',
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
  source: 'Source',
  completed: 'Completed',
  changedAt: 'Changed at',
  yes: 'yes',
  no: 'no',
  tag: 'Tag',
  category: 'Category',
  count: 'Count',
  noType: 'step of no type',
  statusMessage: 'Status message',
  callerSaid: 'Caller said',
  executionTimeHere: 'Execution time',
  output: 'Output',
  nodeId: 'Node id',
  requestId: 'Request id',
  copiedId: 'the session id',
  copiedCaller: 'the caller’s number',
  copiedMarkdown: 'the session as Markdown, personal data masked',
} as const;

/** Sentences with something in them. Indexes come from 0 and are said from 1. */
export const phrases = {
  step: (index: number) => `Step ${index + 1}`,
  stepLink: (index: number) => `step ${index + 1}`,
  detailOf: (index: number, type: string) => `Step ${index + 1}: ${type}`,
  pathOf: (steps: number) => `Flow path, ${steps} ${steps === 1 ? 'step' : 'steps'}`,
  turn: ({ number, continued }: Pick<Turn, 'number' | 'continued'>) =>
    `Turn ${number}${continued ? ', continued' : ''}`,
  of: (index: number, count: number) => `${index + 1} of ${count}`,
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
  ['e / Shift+E, F8 / Shift+F8', 'Next / previous problem'],
  ['n / p, Alt+PageDown / PageUp', 'Next / previous turn'],
  ['/', 'Search; Enter and Shift+Enter step through matches'],
  ['r', 'Payloads raw or formatted'],
  ['c', 'Copy the session as Markdown, personal data masked'],
  ['o', 'Open the response in an editor'],
  ['1 2 3', 'Conversation, parameters, tags'],
  ['?', 'This list'],
];
