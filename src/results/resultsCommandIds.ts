/** The commands of the results editor: registered at once, and loaded when the first of them is run. */
export const resultsCommandIds = [
  'insights.openResults',
  'insights.results.showShortcuts',
  'insights.results.nextTab',
  'insights.results.previousTab',
  'insights.results.resetLook',
] as const;

export type ResultsCommandId = (typeof resultsCommandIds)[number];
