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
  inProgress: 'This session was still in progress when it was read. Refresh to see more.',
  noParameters: 'This session has no parameters.',
  noTags: 'This session has no tags.',
  notJson: 'This document is not valid JSON.',
  notObject: 'This document is not a session: it holds no JSON object.',
  openAsText: 'Open as Text',
  retry: 'Try Again',
  copyId: 'Copy session id',
  copyCaller: 'Copy caller’s number',
  copy: 'Copy',
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
  problem: 'problem',
  shortcuts: 'Shortcuts',
  close: 'Close',
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
