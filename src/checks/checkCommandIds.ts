/** The commands of checks: registered at once, and loaded when the first of them is run. */
export const checkCommandIds = ['insights.checkQuery', 'insights.openBrokenSession', 'insights.addChecksToCi'] as const;

export type CheckCommandId = (typeof checkCommandIds)[number];
