/** The commands that choose, open and walk comparisons: registered at once, and loaded when the first of them is run. */
export const comparisonCommandIds = [
  'insights.compare.select',
  'insights.compare.withSelected',
  'insights.compare.selectedRows',
  'insights.compare.asText',
  'insights.compare.nextDifference',
  'insights.compare.previousDifference',
  'insights.compare.onlyDifferences',
  'insights.compare.swapSides',
  'insights.compare.openPayloadDiff',
  'insights.compare.showShortcuts',
] as const;

export type ComparisonCommandId = (typeof comparisonCommandIds)[number];
