/** The scheme of documents that say what a query's run sent. */
export const sentScheme = 'insights-sent';
