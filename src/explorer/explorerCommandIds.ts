/** The commands of the view of queries: registered at once, and loaded when the first of them is run. */
export const explorerCommandIds = [
  'insights.runQuery',
  'insights.cancelRun',
  'insights.rerunLast',
  'insights.runFolder',
  'insights.loadMore',
  'insights.focusResults',
  'insights.followQuery',
  'insights.stopFollowing',
  'insights.openNextSession',
  'insights.refreshQueries',
  'insights.showHistory',
  'insights.copySessionId',
  'insights.openSamples',
] as const;

export type ExplorerCommandId = (typeof explorerCommandIds)[number];
