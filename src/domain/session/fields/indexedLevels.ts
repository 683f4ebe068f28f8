/**
 * How many levels of objects and lists are looked into: twice what Elasticsearch allows of objects alone. What is deeper comes with its
 * session, and is not found.
 */
export const indexedLevels = 40;
