import { parseServiceTime } from '../../domain/time/serviceTime.ts';

/** Whether new indexes can be named after a pattern: it ends in the star that stands for the month. */
export function namesNewIndexes(pattern: string): boolean {
  return /^[a-z0-9][^*?,\s"<>|\\/#:]*\*$/u.test(pattern) && pattern === pattern.toLowerCase();
}

/** The index of a session: that of the month in which it started. */
export function indexOf(pattern: string, start: unknown): string {
  const month = parseServiceTime(start)?.toISOString().slice(0, 7).replace('-', '.');
  return pattern.replace('*', month ?? 'undated');
}
