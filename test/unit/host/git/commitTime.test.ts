import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commitTime } from '../../../../src/host/git/commitTime.ts';
import type { GitRef, GitRepository } from '../../../../src/host/git/gitRepository.ts';
import { refTypes } from '../../../../src/host/git/gitRepository.ts';

interface Commit {
  readonly hash: string;
  readonly names: readonly string[];
  readonly commitDate: Date;
}

const first = { hash: 'a1', names: ['v1', 'refs/tags/v1'], commitDate: new Date('2026-11-01T10:00:00Z') };
const head = { hash: 'b2', names: ['HEAD', 'main'], commitDate: new Date('2026-11-03T10:00:00Z') };
const aside = { hash: 'c3', names: ['v2', 'refs/tags/v2'], commitDate: new Date('2026-11-02T10:00:00Z') };

function failure(stderr: string): Error {
  return Object.assign(new Error('Failed to execute git'), { stderr });
}

/** A repository of a line of commits, and one beside it. */
class Repository implements GitRepository {
  readonly asked: string[] = [];
  commits: readonly Commit[] = [first, head, aside];
  tags: readonly string[] = ['v2', 'v1'];

  async getCommit(ref: string) {
    this.asked.push(ref);
    const name = ref.replace(/\^\{commit\}$/u, '');
    const found = this.commits.find(({ hash, names }) => hash === name || names.includes(name));
    if (!found) throw failure(`fatal: bad revision '${ref}'`);
    return found;
  }

  async getRefs(): Promise<readonly GitRef[]> {
    return this.tags.map((name) => ({ type: refTypes.tag, name }));
  }

  async getMergeBase(one: string, other: string): Promise<string | undefined> {
    const line = [first.hash, head.hash];
    return line.includes(one) && line.includes(other) ? one : undefined;
  }
}

describe("a commit's time by VS Code's Git", () => {
  it('is that of the commit a tag, a branch or a commit names, also of a tag with a message', async () => {
    const repository = new Repository();
    assert.deepEqual(await commitTime('v1', repository), first.commitDate);
    assert.deepEqual(await commitTime('main', repository), head.commitDate);
    assert.deepEqual(repository.asked, ['v1^{commit}', 'main^{commit}']);
  });

  it('of the last tag is that of the newest one that is part of what is checked out', async () => {
    const repository = new Repository();
    assert.deepEqual(await commitTime('last-tag', repository), first.commitDate);
    repository.tags = ['v2'];
    assert.deepEqual(await commitTime('last-tag', repository), { code: 'noTag', shallow: false });
    repository.commits = [];
    assert.deepEqual(await commitTime('last-tag', repository), { code: 'noTag', shallow: false });
  });

  it('of what is not there is none, with the tags that were probably meant', async () => {
    const repository = new Repository();
    repository.tags = ['v2.30', 'release', 'v2.3.0'];
    const found = await commitTime('v2.3.1', repository);
    assert.deepEqual(found, { code: 'unknownRef', tags: ['v2.3.0', 'v2.30'], shallow: false });
  });

  it('is asked for nothing that Git could take for an option', async () => {
    const repository = new Repository();
    assert.deepEqual(await commitTime('--output=stolen', repository), { code: 'badRef' });
    assert.deepEqual(repository.asked, []);
  });

  it('says what Git says when it fails otherwise', async () => {
    const repository = new Repository();
    repository.getCommit = () => Promise.reject(failure('fatal: detected dubious ownership in repository\nmore'));
    const reason = 'detected dubious ownership in repository';
    assert.deepEqual(await commitTime('v1', repository), { code: 'gitFailed', reason });
  });
});
