/** A date of a query file that is the time of a commit: `git:v2.3.0`, `git:v2.3.0||-1d/d`. */
export interface CommitDate {
  /** A tag, a branch or a commit, as Git names it; `last-tag` for the newest tag that is part of what is checked out. */
  readonly ref: string;
  /** What is done with its time, with what sets it off: `||-1d/d`; empty where nothing is. */
  readonly math: string;
}

/** Why it is not known when a commit was made. */
export type CommitProblem =
  /** Nobody has looked yet. */
  | { readonly code: 'unread' }
  /** What Git could take for an option, a range or a search names no single commit. */
  | { readonly code: 'badRef' }
  | { readonly code: 'noGit' }
  /** Git stays off until the workspace is trusted. */
  | { readonly code: 'untrusted' }
  | { readonly code: 'noRepository' }
  /** A query that is in no folder, and several repositories that it could mean. */
  | { readonly code: 'severalRepositories'; readonly names: readonly string[] }
  /** `tags`: what was probably meant. `shallow`: whether the clone holds only a part of the history. */
  | { readonly code: 'unknownRef'; readonly tags: readonly string[]; readonly shallow: boolean }
  | { readonly code: 'noTag'; readonly shallow: boolean }
  | { readonly code: 'gitFailed'; readonly reason: string };

/** When the commit was made that a ref names. Whoever reads repositories answers; nothing here does. */
export type CommitTimes = (ref: string) => Date | CommitProblem;

/** The name that stands for the newest tag that is part of what is checked out. A tag of that name is `tags/last-tag`. */
export const lastTag = 'last-tag';

/** What a date that is a commit's time begins with. */
export const commitPrefix = 'git:';

/** What is answered where no repository was read. */
export const unreadCommits: CommitTimes = () => ({ code: 'unread' });

/** Reads a date as a commit's time; undefined for every other date. */
export function readCommitDate(written: string): CommitDate | undefined {
  const text = written.trim();
  if (!text.startsWith(commitPrefix)) return undefined;
  const bar = text.indexOf('||');
  const end = bar < 0 ? text.length : bar;
  return { ref: text.slice(commitPrefix.length, end), math: text.slice(end) };
}

/** Whether Git can take a text for the name of one commit, and for nothing else: no option, no range, no path, no search. */
export function isRef(ref: string): boolean {
  return ref.length <= 250 && /^(?![-^])[^\s\p{Cc}:?*[\\{}]+$/u.test(ref) && !ref.includes('..');
}

/** The refs whose commits the dates name, each once: what has to be read before they stand for anything. */
export function refsIn(dates: readonly (string | undefined)[]): readonly string[] {
  const refs = dates.flatMap((text) => (text === undefined ? [] : (readCommitDate(text)?.ref ?? [])));
  return [...new Set(refs)].filter(isRef);
}

/** A date with the time itself in the place of the commit: `2026-11-01T10:00:00Z||-1d/d`. Any other date as it is. */
export function withCommitTime(
  text: string,
  commits: CommitTimes,
): string | { readonly ref: string; readonly why: CommitProblem } {
  const date = readCommitDate(text);
  if (!date) return text;
  const { ref, math } = date;
  const time = isRef(ref) ? commits(ref) : ({ code: 'badRef' } as const);
  return time instanceof Date ? `${time.toISOString()}${math}` : { ref, why: time };
}
