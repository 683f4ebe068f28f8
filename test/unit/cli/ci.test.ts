import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { query, Workplace } from './support.ts';

interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface GitHubStep {
  readonly run?: string;
  readonly env?: Record<string, string>;
}

/** What each service would run, in a shell, as the workflow says it. */
const workflows: Readonly<Record<string, { readonly stepsOf: (workflow: never) => Step[]; readonly secret: RegExp }>> =
  {
    'github-actions.yml': {
      stepsOf: ({ jobs }: { jobs: { checks: { steps: GitHubStep[] } } }) =>
        jobs.checks.steps.flatMap(({ run, env = {} }) => (run ? [{ run, env }] : [])),
      secret: /^\$\{\{ secrets\.(\w+) \}\}$/u,
    },
    'gitlab-ci.yml': {
      stepsOf: ({ 'insights-checks': job }: { 'insights-checks': { script: string[] } }) =>
        // A variable of the project is in the environment of every line.
        job.script.map((run) => ({ run, env: { INSIGHTS_API_KEY: '$INSIGHTS_API_KEY' } })),
      secret: /^\$(\w+)$/u,
    },
    'azure-pipelines.yml': {
      stepsOf: ({ steps }: { steps: { script?: string; env?: Record<string, string> }[] }) =>
        steps.flatMap(({ script, env = {} }) => (script ? [{ run: script, env }] : [])),
      secret: /^\$\((\w+)\)$/u,
    },
  };

describe('the workflows of samples/ci', () => {
  const packed = mkdtempSync(join(tmpdir(), 'cli-package-'));
  let place: Workplace;
  before(async () => {
    const { stdout, status } = spawnSync(process.execPath, ['tools/packageCli.js', packed], { encoding: 'utf8' });
    assert.equal(status, 0);
    place = await Workplace.withService({
      'package.json': JSON.stringify({ name: 'repository', private: true }),
      'queries/calls.insights.json': query({ connection: 'test', expect: [{ name: 'three calls', total: { eq: 3 } }] }),
      'queries/only-run.insights.json': query({ connection: 'test' }),
    });
    const install = ['install', '--save-dev', '--offline', '--no-audit', '--no-fund', stdout.trim()];
    const installed = await place.shell(`npm ${install.join(' ')}`);
    assert.equal(installed.code, 0, installed.err);
  });
  after(async () => {
    await place.end();
    removeFolder(packed);
  });

  for (const [name, { stepsOf, secret }] of Object.entries(workflows)) {
    /** Runs the steps as the service does: until one fails. */
    async function runAll(): Promise<readonly { readonly run: string; readonly code: number | null; out: string }[]> {
      const ran = [];
      for (const { run, env } of stepsOf(parse(readFileSync(`samples/ci/${name}`, 'utf8')) as never)) {
        for (const value of Object.values(env)) assert.match(value, secret);
        const given = Object.fromEntries(Object.keys(env).map((key) => [key, 'good']));
        const { code, out, err } = await place.shell(run, { GITHUB_ACTIONS: 'true', CI: 'true', ...given });
        ran.push({ run, code, out: out + err });
        if (code !== 0) break;
      }
      return ran;
    }

    it(`${name} holds what holds`, async () => {
      const ran = await runAll();
      assert.deepEqual(
        ran.map(({ code }) => code),
        [0, 0, 0],
        JSON.stringify(ran),
      );
      assert.match(
        await place.read('insights-checks.xml'),
        /<testsuites name="session-insights check" tests="1" failures="0"/,
      );
    });

    it(`${name} fails at what is broken, and at a query that is wrong`, async () => {
      const broken = { connection: 'test', expect: [{ name: 'four calls', total: { eq: 4 } }] };
      await place.write({ 'queries/broken.insights.json': query(broken) });
      const checked = await runAll();
      await place.write({ 'queries/broken.insights.json': '{ "expect": ' });
      const linted = await runAll();
      await place.write({ 'queries/broken.insights.json': query({ connection: 'test' }) });
      assert.deepEqual([checked.at(-1)?.code, checked.length], [1, 3]);
      assert.match(checked.at(-1)?.out ?? '', /broken {2}four calls/);
      assert.deepEqual([linted.at(-1)?.code, linted.length], [1, 2]);
    });
  }
});
