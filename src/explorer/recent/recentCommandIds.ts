/** The commands of the view of recent sessions. */
export const recentCommandIds = [
  'insights.recent.pin',
  'insights.recent.unpin',
  'insights.recent.note',
  'insights.recent.remove',
  'insights.recent.clear',
] as const;

export type RecentCommandId = (typeof recentCommandIds)[number];
