import { execFile } from 'node:child_process';
import type { CommitProblem } from '../../domain/time/commitDates.ts';

/** Why Git said nothing. */
export class GitFailure extends Error {
  readonly problem: CommitProblem;

  constructor(problem: CommitProblem) {
    super(problem.code);
    this.name = 'GitFailure';
    this.problem = problem;
  }
}

/** What Git prints, asked in a folder, without a shell and without questions to anybody. Throws a GitFailure. */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<string> {
  // Its words are read below, so they are to be English.
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 64_000_000, windowsHide: true };
    const git = execFile('git', ['-C', folder, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new GitFailure(error.code === 'ENOENT' ? { code: 'noGit' } : problemOf(stderr)));
    });
    // It may have ended before it read anything.
    git.stdin?.on('error', () => {});
    git.stdin?.end(input);
  });
}

function problemOf(stderr: string): CommitProblem {
  if (/not a git repository/iu.test(stderr)) return { code: 'noRepository' };
  const [reason = ''] = stderr.trim().split('\n');
  return { code: 'gitFailed', reason: reason.replace(/^fatal: /u, '') };
}
