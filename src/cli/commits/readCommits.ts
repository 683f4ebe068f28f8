import { closest } from '../../domain/text/closest.ts';
import type { CommitProblem, CommitTimes } from '../../domain/time/commitDates.ts';
import { isRef, lastTag } from '../../domain/time/commitDates.ts';
import { GitFailure, runGit } from './runGit.ts';

/** The times of commits, read from the repository that a folder lies in. What keeps one from being known is answered with. */
export async function readCommits(refs: readonly string[], folder: string): Promise<CommitTimes> {
  const times = new Map(await Promise.all(refs.map(async (ref) => [ref, await timeOf(ref, folder)] as const)));
  return (ref) => times.get(ref) ?? { code: 'unread' };
}

async function timeOf(ref: string, folder: string): Promise<Date | CommitProblem> {
  if (!isRef(ref)) return { code: 'badRef' };
  try {
    const shallow = (await runGit(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    const name = ref === lastTag ? await newestTag(folder) : ref;
    if (name === undefined) return { code: 'noTag', shallow };
    return (await commitTime(name, folder)) ?? { code: 'unknownRef', tags: await tagsLike(ref, folder), shallow };
  } catch (error) {
    if (error instanceof GitFailure) return error.problem;
    throw error;
  }
}

/** A ref is written to Git's input and is none of its arguments, so that none can be an option. */
async function commitTime(ref: string, folder: string): Promise<Date | undefined> {
  const answer = await runGit(folder, ['cat-file', '--batch'], `${ref}^{commit}\n`);
  const [head = ''] = answer.split('\n\n', 1);
  const seconds = /^committer .* (\d+) [+-]\d{4}$/mu.exec(head)?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}

/** The tag that was made last of those that are part of what is checked out. */
async function newestTag(folder: string): Promise<string | undefined> {
  // Nothing may be checked out yet.
  if (!(await commitTime('HEAD', folder))) return undefined;
  const newest = ['--merged=HEAD', '--sort=-creatordate', '--count=1', '--format=%(refname)', 'refs/tags'];
  return (await runGit(folder, ['for-each-ref', ...newest])).trim() || undefined;
}

async function tagsLike(ref: string, folder: string): Promise<readonly string[]> {
  const names = await runGit(folder, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/tags']);
  return closest(ref, names.split('\n').filter(Boolean), 3);
}
