/** The custom editors' ids, as package.json declares them. */
export const sessionViewType = 'insights.session';
export const comparisonViewType = 'insights.comparison';

/** The scheme of what is made from sessions to compare them: each address says from which, so that tabs can be restored. */
export const comparisonScheme = 'insights-compare';
