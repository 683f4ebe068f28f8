import { closest } from '../../domain/text/closest.ts';
import type { CommitProblem } from '../../domain/time/commitDates.ts';
import { isRef, lastTag } from '../../domain/time/commitDates.ts';
import type { GitRepository } from './gitRepository.ts';
import { refTypes } from './gitRepository.ts';

/** When the commit was made that a ref names in a repository; what keeps that from being known is answered with. */
export async function commitTime(ref: string, repository: GitRepository): Promise<Date | CommitProblem> {
  if (!isRef(ref)) return { code: 'badRef' };
  try {
    if (ref !== lastTag) return (await timeOf(ref, repository)) ?? (await unknown(ref, repository));
    const tag = await newestTag(repository);
    const time = tag === undefined ? undefined : await timeOf(tag, repository);
    return time ?? { code: 'noTag', shallow: false };
  } catch (error) {
    return { code: 'gitFailed', reason: reasonOf(error) };
  }
}

/** Undefined where the repository has no such commit. A tag with a message is an object of its own: its commit is asked for. */
async function timeOf(ref: string, repository: GitRepository): Promise<Date | undefined> {
  return (await commitOf(ref, repository))?.commitDate;
}

async function commitOf(ref: string, repository: GitRepository) {
  try {
    return await repository.getCommit(`${ref}^{commit}`);
  } catch (error) {
    if (/bad revision|unknown revision|not a valid object|needed a single revision/iu.test(said(error)))
      return undefined;
    throw error;
  }
}

async function unknown(ref: string, repository: GitRepository): Promise<CommitProblem> {
  const tags = await tagsOf(repository);
  return { code: 'unknownRef', tags: closest(ref, tags, 3), shallow: false };
}

/** The tag that was made last of those that are part of what is checked out. */
async function newestTag(repository: GitRepository): Promise<string | undefined> {
  const head = await commitOf('HEAD', repository);
  if (!head) return undefined;
  for (const tag of await tagsOf(repository)) {
    const name = `refs/tags/${tag}`;
    const commit = await commitOf(name, repository).catch(() => undefined);
    if (commit && (await repository.getMergeBase(commit.hash, head.hash)) === commit.hash) return name;
  }
  return undefined;
}

/** Those made last first. */
async function tagsOf(repository: GitRepository): Promise<readonly string[]> {
  const refs = await repository.getRefs({ pattern: 'refs/tags', sort: 'creatordate' });
  return refs.flatMap(({ type, name }) => (type === refTypes.tag && name ? [name] : []));
}

/** What Git said of a failure, or VS Code's Git of it. */
function said(error: unknown): string {
  const { stderr } = (error ?? {}) as { readonly stderr?: unknown };
  return typeof stderr === 'string' && stderr.trim() !== ''
    ? stderr
    : error instanceof Error
      ? error.message
      : String(error);
}

function reasonOf(error: unknown): string {
  const [line = ''] = said(error).trim().split('\n');
  return line.replace(/^(?:fatal|error): /u, '');
}
