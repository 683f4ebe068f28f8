import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'node:test';
import type { Locator } from 'playwright-core';
import { simulate } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const settings = { 'testing.automaticallyOpenTestResults': 'neverOpen' };

describe('what queries expect, with the keyboard alone', () => {
  const test = windowTest({ settings });

  test('an expectation is written by completion and fails in the Test Explorer', async (w) => {
    await w.openFile('failed-webhooks.insights.json');
    await w.lens('Run query').waitFor();
    await w.focusEditor();
    await w.goTo(17);
    await w.press('End');
    await w.type(',\n');
    await accept(w, 'expect');
    await accept(w, 'no session');
    await w.type('no server errors');
    await w.press('Tab', 'Tab', 'Escape');
    await w.eventually('the expectation is there', async () => (await w.editorText()).includes('"no server errors"'));
    await w.save();
    await w.runCommand('Testing: Focus on Test Explorer View');
    await testRow(w, 'Failed webhooks').waitFor();
    await w.openFile('failed-webhooks.insights.json');
    await w.press('Control+Alt+E');
    await w.lens(/0 of 1 held/).waitFor();
    await testRow(w, 'Failed webhooks', 'failed').waitFor();
    await w.screenshot('checks-failed');
  });

  test('it has the same verdict on the command line and in CI, of the same sessions', async (w) => {
    const run = spawnSync(process.execPath, ['dist/cli.js', 'check', '--report', 'json', w.workspace], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 1, run.stderr);
    const [{ expectations }] = JSON.parse(run.stdout).checks;
    const [{ held, brokenCount }] = expectations;
    assert.equal(held, false);
    // Beside the expectation, which may be out of sight.
    const sentence = `${brokenCount} sessions break it.`;
    await w.page.getByText(sentence).first().waitFor({ state: 'attached' });
    // What the workflow runs, but for the package that it is installed from.
    const workflow = readFileSync('samples/ci/github-actions.yml', 'utf8');
    const line = /run: npx --no -- session-insights (check .*)/u.exec(workflow)?.[1] ?? '';
    const cli = path.resolve('dist/cli.js');
    const ci = spawnSync(`"${process.execPath}" "${cli}" ${line}`, { shell: true, cwd: w.workspace, encoding: 'utf8' });
    assert.equal(ci.status, 1, ci.stderr);
    for (const report of [ci.stdout, w.readFile('insights-checks.xml')]) assert.ok(report.includes(sentence), report);
  });

  test('a session that broke it opens at its step', async (w) => {
    await w.press('Control+Alt+O');
    await w
      .quickPickRow(/, step \d+/)
      .first()
      .waitFor();
    await w.press('Enter');
    // At the step to blame.
    await w.viewer().locator('.row.selected .problem').waitFor();
    await w.screenshot('checks-session');
  });

  test('what is unsaved counts, and what is mended holds', async (w) => {
    await w.openFile('failed-webhooks.insights.json');
    await w.focusEditor();
    await writeCode(w, '999');
    await w.press('Control+Alt+E');
    await w.lens(/Held · /).waitFor();
    await testRow(w, 'Failed webhooks', 'passed').waitFor();
  });

  test('continuous run checks what is saved', async (w) => {
    await w.runCommand('Test: Start Continuous Run');
    await w.openFile('failed-webhooks.insights.json');
    await w.focusEditor();
    await writeCode(w, '500');
    await w.save();
    await w.lens(/0 of 1 held/).waitFor();
  });

  test('and what somebody else writes, a checkout for one', async (w) => {
    const name = 'webhooks/failed-webhooks.insights.json';
    w.writeFile(name, w.readFile(name).replace(/500(?!.*500)/su, '999'));
    await w.lens(/Held · /).waitFor();
    w.writeFile(name, w.readFile(name).replace(/999(?!.*999)/su, '500'));
    await w.lens(/0 of 1 held/).waitFor();
    await w.runCommand('Test: Stop Continuous Run');
  });

  test('a check that takes long is cancelled, and what was known stays', async (w) => {
    await simulate(w, 'No answer');
    await w.openFile('failed-webhooks.insights.json');
    await w.press('Control+Alt+E');
    await w.lens('Checking…').waitFor();
    await w.runCommand('Test: Cancel Test Run');
    await w.lens(/0 of 1 held/).waitFor();
    await w.screenshot('checks-cancelled');
    await simulate(w, 'Nothing goes wrong');
  });

  test('as a task, whose findings are problems that open at their places', async (w) => {
    await w.openFile('failed-webhooks.insights.json');
    await w.press('Control+P');
    await w.pick('task insights', 'insights');
    await w.pick('check', 'insights: check');
    // The terminal comes to the front when the task starts, and is marked when it has failed.
    const task = w.page.locator('.part.panel .single-terminal-tab', { hasText: 'check' });
    await task.locator('.codicon-error').waitFor();
    await w.runCommand('Problems: Focus on Problems View');
    const problem = w.page.locator('.markers-panel .monaco-list-row', { hasText: 'no server errors' }).first();
    await problem.waitFor();
    await w.screenshot('checks-task');
    await w.runCommand('View: Toggle Panel Visibility');
  });

  test('a query that was never saved is checked too', async (w) => {
    await w.press('Control+Alt+N');
    await w.tab(/^Untitled-1/).waitFor();
    await w.runCommand('Change Language Mode');
    await w.pick('Insights Query', 'Insights Query');
    await w.page.keyboard.insertText('{ "connection": "sample", "expect": [{ "total": { "lt": 0 } }] }');
    await w.lens('Check').waitFor();
    await w.press('Control+Alt+E');
    await w.lens(/0 of 1 held/).waitFor();
  });

  test('the workflow for CI is written, and nothing is written over', async (w) => {
    for (const name of ['insights-checks.yml', 'insights-checks-insights.yml']) {
      await w.runCommand('Insights: Add Checks to CI');
      await w.pick('GitHub Actions', 'GitHub Actions');
      await w.tab(name).waitFor();
      await w.eventually('it is on disk', () => w.hasFile(`.github/workflows/${name}`));
    }
    assert.equal(w.readFile('.github/workflows/insights-checks.yml'), w.readFile('ci/github-actions.yml'));
    await w.toast('session-insights-cli').waitFor();
    await w.screenshot('checks-ci');
  });
});

/** A test in the Test Explorer, in a state that its icon shows. */
function testRow(w: Workbench, name: string, state?: 'failed' | 'passed'): Locator {
  const rows = w.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: name });
  const shown = state ? rows.filter({ has: w.page.locator(`.codicon-testing-${state}-icon`) }) : rows;
  return shown.first();
}

/** Puts another code into the expectation, which is the last line but one. */
async function writeCode(w: Workbench, code: string): Promise<void> {
  const lines = w.readFile('webhooks/failed-webhooks.insights.json').trimEnd().split('\n');
  const at = lines.findIndex((line) => line.includes('"expect"'));
  // VS Code may have saved by itself what the test before wrote.
  await w.goTo(at + 1, (lines[at] ?? '').search(/(?:500|999)(?!.*(?:500|999))/u) + 1);
  await w.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await w.type(code);
}

/** Takes what completion offers. */
async function accept(w: Workbench, text: string): Promise<void> {
  const offered = await w.suggest(text);
  for (let down = offered.findIndex((row) => row.includes(text)); down > 0; down -= 1) await w.press('ArrowDown');
  await w.press('Enter');
}
