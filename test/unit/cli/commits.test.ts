import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { query, Workplace } from './support.ts';

/** Git as it is on no machine: nobody's settings, and its clock set. */
function git(folder: string, at: string, ...args: string[]): void {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: at,
  };
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...who, ...args], { cwd: folder, env, stdio: 'pipe' });
}

function commit(folder: string, at: string, message: string): void {
  git(folder, at, 'commit', '--allow-empty', '-m', message);
}

/** The sessions are of 2026-11-19, 10:00, 10:01 and 10:02. */
describe('dates that are commits, on the command line', () => {
  let place: Workplace;
  const since = (from: string, more: object = {}) => query({ connection: 'test', from_date: from, ...more });
  const ids = async (...args: string[]) => {
    const { code, out, err } = await place.run(['run', '--format', 'ndjson', ...args]);
    assert.equal(code, 0, err);
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).id);
  };
  const refused = async (...args: string[]) => {
    const { code, err, out } = await place.run(args);
    assert.notEqual(code, 0, out);
    return `${err}${out}`;
  };

  before(async () => {
    place = await Workplace.withService({
      'repo/tag.insights.json': since('git:v1'),
      'repo/annotated.insights.json': since('git:v2'),
      'repo/last.insights.json': since('git:last-tag||+1m'),
      'repo/branch.insights.json': since('git:v1', { to_date: 'git:main||-30s' }),
      'repo/unknown.insights.json': since('git:v3'),
      'repo/option.insights.json': since('git:--output=taken'),
      'repo/asked.insights.json': since('git:${input:release}', { inputs: [{ id: 'release', type: 'promptString' }] }),
      'repo/expects.insights.json': since('git:v2', { expect: [{ total: { eq: 2 } }] }),
      'nowhere/tag.insights.json': since('git:v1'),
      'fresh/last.insights.json': since('git:last-tag'),
    });
    const repo = `${place.folder}/repo`;
    git(repo, '', 'init');
    commit(repo, '2026-11-19T09:00:00Z', 'one');
    git(repo, '2026-11-19T09:00:00Z', 'tag', 'v1');
    commit(repo, '2026-11-19T10:00:30Z', 'two');
    // Made later than its commit, as tags are that somebody forgot.
    git(repo, '2026-11-19T23:00:00Z', 'tag', '-a', 'v2', '-m', 'Two');
    commit(repo, '2026-11-19T10:02:00Z', 'three');
    git(repo, '2026-11-19T10:02:00Z', 'checkout', '-b', 'aside');
    commit(repo, '2026-11-19T12:00:00Z', 'four');
    git(repo, '2026-11-20T12:00:00Z', 'tag', 'aside-1');
    git(repo, '', 'checkout', 'main');
    git(`${place.folder}/fresh`, '', 'init');
  });
  after(() => place.end());

  it('are the times of tags, of tags with a message, of branches, and of the newest tag that is checked out', async () => {
    assert.deepEqual(await ids('repo/tag.insights.json'), ['s3', 's2', 's1']);
    assert.deepEqual(await ids('repo/annotated.insights.json'), ['s3', 's2']);
    assert.deepEqual(await ids('repo/last.insights.json'), ['s3']);
    assert.deepEqual(await ids('repo/branch.insights.json'), ['s2', 's1']);
  });

  it('may come from an answer or an option, and of a detached HEAD', async () => {
    assert.deepEqual(await ids('--input', 'release=v2', 'repo/asked.insights.json'), ['s3', 's2']);
    assert.deepEqual(await ids('--from', 'git:v2', 'repo/tag.insights.json'), ['s3', 's2']);
    git(`${place.folder}/repo`, '', 'checkout', '--detach', 'v1');
    assert.deepEqual(await ids('--from', 'git:HEAD', 'repo/annotated.insights.json'), ['s3', 's2', 's1']);
    assert.deepEqual(await ids('--from', 'git:last-tag', 'repo/annotated.insights.json'), ['s3', 's2', 's1']);
    git(`${place.folder}/repo`, '', 'checkout', 'main');
  });

  it('hold in checks and in exports', async () => {
    const checked = await place.run(['check', 'repo/expects.insights.json']);
    assert.equal(checked.code, 0, `${checked.out}${checked.err}`);
    const exported = await place.run(['export', '--output', 'out.ndjson', 'repo/annotated.insights.json']);
    assert.equal(exported.code, 0, exported.err);
    const lines = (await place.read('out.ndjson')).trimEnd().split('\n');
    assert.equal(lines.length, 2);
  });

  it('that name no commit are problems with words, also for lint', async () => {
    const unknown = await refused('lint', 'repo/unknown.insights.json');
    assert.match(
      unknown,
      /unknown\.insights\.json:\d+:\d+: error: The repository has no "v3"\. Did you mean "v1" or "v2"\?/u,
    );
    assert.match(await refused('run', 'repo/unknown.insights.json'), /Did you mean "v1" or "v2"/u);
    assert.match(await refused('run', '--input', 'release=v7', 'repo/asked.insights.json'), /has no "v7"/u);
    assert.match(await refused('run', 'repo/option.insights.json'), /"--output=taken" isn’t the name of a commit/u);
    assert.match(await refused('run', 'nowhere/tag.insights.json'), /in no Git repository/u);
    assert.match(await refused('run', 'fresh/last.insights.json'), /finds no tag/u);
    assert.match(await refused('lint', 'fresh/last.insights.json'), /finds no tag/u);
  });

  it('that are overridden by an option keep nothing from running', async () => {
    assert.deepEqual(await ids('--from', '2026-11-19T10:01:30', 'nowhere/tag.insights.json'), ['s3']);
  });

  it('say that a clone is shallow, and that Git is not there', async () => {
    git(place.folder, '', 'clone', '--depth', '1', `file://${place.folder}/repo`, 'shallow');
    await place.write({ 'shallow/a.insights.json': since('git:v1'), 'shallow/b.insights.json': since('git:last-tag') });
    assert.match(
      await refused('run', 'shallow/a.insights.json'),
      /This clone has no .*"v1".*git fetch --unshallow --tags/u,
    );
    assert.match(await refused('run', 'shallow/b.insights.json'), /in what this clone holds of the history/u);
    const without = await place.run(['run', 'repo/tag.insights.json'], { PATH: place.folder });
    assert.match(without.err, /needs Git, which is not installed/u);
  });
});
