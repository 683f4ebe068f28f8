// From Enter to what a session shows, in a VS Code window: the viewer over VS Code's own text editor on the same text. Of the viewer's time
// it also tells how much passed before VS Code had made the frame for the page: no page can show anything sooner.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { longCall } from '../page/support/calls.ts';
import { uiRun } from '../ui/support/uiRun.ts';
import { Workbench } from '../ui/support/workbench.ts';

/** When to give up waiting for one to open: VS Code's own editor takes ten seconds for the longest on a quiet machine. */
const patience = 120_000;
const items = Array.from({ length: 30 }, (_, item) => ({ item, name: `Item ${item}`, words: 'a'.repeat(30) }));
const sessions: readonly (readonly [steps: number, rounds: number, answer?: (turn: number) => unknown])[] = [
  [10, 9],
  [200, 9],
  [2_000, 5, () => ({ items })],
  [20_000, 3],
];

const run = uiRun();
const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'insights-bench-'));
const browser = await chromium.connect(run.browser);
const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
const workbench = new Workbench({ page: await context.newPage(), run, workspace });
// VS Code asks before it opens a large file as text.
workbench.writeUserSettings({ ...run.settings, 'workbench.editorLargeFileConfirmation': 1_024 });
try {
  for (const [steps, , answer] of sessions) {
    const text = JSON.stringify(
      { id: named(steps), ...longCall(steps, answer).record(), agent_information: { name: named(steps) } },
      null,
      1,
    );
    workbench.writeFile(`${named(steps)}.insights-session.json`, text);
    workbench.writeFile(`${named(steps)}.txt`, text);
  }
  await workbench.open();
  const medians = new Map<number, number>();
  for (const [steps, rounds] of sessions) {
    const size = fs.statSync(path.join(workspace, `${named(steps)}.txt`)).size / 1_000_000;
    const viewer = (): Locator => workbench.viewer().locator('h1', { hasText: named(steps) });
    const asText = (): Locator =>
      workbench.page.locator('.editor-instance .view-line', { hasText: named(steps) }).first();
    const [ours, theirs, frames]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await timeToOpen(`${named(steps)}.txt`, asText()));
      const begun = (start: number): Promise<number> =>
        viewer().evaluate((_, from) => performance.timeOrigin - from, start);
      ours.push(
        await timeToOpen(`${named(steps)}.insights-session.json`, viewer(), async (start) => {
          frames.push(await begun(start));
        }),
      );
    }
    const [viewerMs, textMs] = [median(ours), median(theirs)];
    medians.set(steps, viewerMs);
    const frameMs = median(frames);
    const name = `open in a window, ${steps.toLocaleString('en')} steps`;
    console.log(`${name}, size, MB: ${size.toFixed(1)}`);
    console.log(
      `${name}, viewer over text editor: ${(viewerMs / textMs).toFixed(2)}x (${viewerMs.toFixed(0)} over ${textMs.toFixed(0)} ms; budget 0.6x for 2,000)`,
    );
    console.log(`${name}, of it before there was a frame for the page, ms: ${frameMs.toFixed(0)}`);
  }
  const [few = 0, many = 0] = [medians.get(200), medians.get(20_000)];
  console.log(`open in a window, 20,000 steps over 200: ${(many / few).toFixed(2)}`);
} finally {
  await browser.close();
  fs.rmSync(workspace, { recursive: true, force: true });
}

function named(steps: number): string {
  return `bench-${steps}`;
}

/** In milliseconds, from Enter in Quick Open until it is there; then all editors are closed. */
async function timeToOpen(
  file: string,
  shown: Locator,
  look: (start: number) => Promise<void> = async () => {},
): Promise<number> {
  await workbench.press('Control+P');
  await workbench.quickInput().fill(file);
  await workbench.quickPickRow(file).first().waitFor();
  await workbench.page.waitForTimeout(200);
  const [start, from] = [performance.now(), Date.now()];
  await workbench.press('Enter');
  await shown.waitFor({ timeout: patience });
  const time = performance.now() - start;
  await look(from);
  await workbench.press('Control+K', 'Control+W');
  await workbench.eventually('the editors are closed', async () => (await workbench.tab(file).count()) === 0);
  return time;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
