/** What is done in the finder while it is open. */
export const finderCommandIds = [
  'insights.find.openToSide',
  'insights.find.saveQuery',
  'insights.find.openResults',
  'insights.find.otherConnection',
  'insights.find.allConnections',
] as const;

export type FinderCommandId = (typeof finderCommandIds)[number];

/** What opens the finder. */
export const findCommandIds = ['insights.findSession', 'insights.findInSelection', 'insights.findInClipboard'] as const;

export type FindCommandId = (typeof findCommandIds)[number];
