import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { SentDocument } from '../unit/archive/writtenCluster.ts';
import { WrittenCluster } from '../unit/archive/writtenCluster.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const user = 'writer';
const password = 'open sesame';

describe('archiving what a query finds, with the keyboard alone', () => {
  let cluster: WrittenCluster;
  /** What the cluster refuses. */
  let refuses: (document: SentDocument) => boolean = () => false;
  before(async () => {
    cluster = await WrittenCluster.start({
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      item: (document) =>
        refuses(document)
          ? { status: 400, error: { type: 'mapper_parsing_exception', reason: 'so it is' } }
          : undefined,
    });
  });
  after(() => cluster.close());

  const test = windowTest({
    files: {
      'one-day.insights.json':
        '{ "name": "One day", "connection": "sample", "from_date": "now-1d/d", "to_date": "now-1d/d" }',
      'a-month.insights.json': '{ "name": "A month", "connection": "sample", "from_date": "now-30d/d" }',
    },
  });

  test('without an archive, one is offered to be added, and it answers', async (w) => {
    await archive(w, 'one-day.insights.json');
    await w.pressToastButton('There is no archive yet', 'Add Connection');
    const step = (number: number) => w.quickInputTitle(`(${number}/`).waitFor();
    await step(1);
    await w.answer('store');
    await step(2);
    await w.pick('An archive in');
    await step(3);
    await w.screenshot('archive-address');
    await w.answer(cluster.url);
    await step(4);
    await w.answer('calls-*');
    await step(5);
    await w.pick('With user and password');
    await step(6);
    await w.answer(user);
    await step(7);
    await w.press('Enter');
    await step(8);
    await w.press('Enter');
    await w.quickInputTitle('Password of "store"').waitFor();
    await w.answer(password);
    await said(w, /Connected to "store": OpenSearch 2\.19\.6/);
  });

  test('whole sessions are written, masked', async (w) => {
    await archive(w, 'one-day.insights.json');
    await w.quickPickRow('store').waitFor();
    await w.pick('store');
    await w.quickPickRow('masked').waitFor();
    await w.screenshot('archive-what');
    await w.pick('masked');
    await said(w, /sessions were archived to "store"\. The archive has .* of this range/);
    assert.ok(cluster.documents.size > 0);
    for (const { index, json } of cluster.documents.values()) {
      assert.match(index, /^calls-\d{4}\.\d{2}$/u);
      assert.match(String(JSON.parse(json).source ?? 'CALLER-'), /^CALLER-/u);
    }
  });

  test('what is refused is told, and opens with the reasons', async (w) => {
    const [one = ''] = cluster.documents.keys();
    refuses = ({ id }) => id === one;
    await archive(w, 'one-day.insights.json');
    await w.pick('store');
    await w.pick('as they are');
    await w.toast('Refused by the cluster: 1.').waitFor();
    await w.screenshot('archive-refused');
    await w.pressToastButton('Refused by the cluster: 1.', 'Open Refused Sessions');
    await w.eventually('the reason is there', async () => (await w.editorText()).includes('mapper_parsing_exception'));
    refuses = () => false;
  });

  test('what was cancelled is gone on with', async (w) => {
    cluster.documents.clear();
    cluster.sent.length = 0;
    cluster.holds = true;
    await archive(w, 'a-month.insights.json');
    await w.pick('store');
    await w.pick('as they are');
    await w.eventually('two requests wait', () => cluster.sent.length >= 2);
    cluster.letOne();
    await w.toast(/Archiving "A month" to "store": [\d,]+ of/).waitFor();
    await w.screenshot('archive-progress');
    await w.pressToastButton('Archiving "A month"', 'Cancel');
    const stopped = /[\d,]+ sessions were archived to "store"\. Cancelled\./u;
    await w.toast(stopped).waitFor();
    await w.screenshot('archive-stopped');
    const before = cluster.documents.size;
    cluster.letAll();
    await w.pressToastButton(stopped, 'Go On');
    await said(w, /sessions were archived to "store"\. The archive has .* of this range/);
    assert.ok(before > 0 && before < cluster.documents.size);
  });

  test('also by running it again, and then nothing is left to go on with', async (w) => {
    cluster.sent.length = 0;
    cluster.holds = true;
    await archive(w, 'a-month.insights.json');
    await w.pick('store');
    await w.pick('masked');
    await w.eventually('two requests wait', () => cluster.sent.length >= 2);
    cluster.letOne();
    await w.toast(/Archiving "A month" to "store": [\d,]+ of/).waitFor();
    await w.pressToastButton('Archiving "A month"', 'Cancel');
    await w.toast(/[\d,]+ sessions were archived to "store"\. Cancelled\./u).waitFor();
    await w.runCommand('Notifications: Clear All Notifications');
    cluster.letAll();
    await archive(w, 'a-month.insights.json');
    await w.quickPickRow(/Go on with what was archived to "store".*starts over: aliases/).waitFor();
    await w.screenshot('archive-go-on');
    await w.pick('Go on with');
    await said(w, /sessions were archived to "store"/);
    for (const { json } of cluster.documents.values())
      assert.match(String(JSON.parse(json).source ?? 'CALLER-'), /^CALLER-/u);
    await archive(w, 'a-month.insights.json');
    await w.quickInput().waitFor();
    await w.quickPickRow('store').waitFor();
    await w.press('Escape');
  });
});

/** Asks for it by its command. */
async function archive(w: Workbench, file: string): Promise<void> {
  await w.openFile(file);
  await w.focusEditor();
  await w.runCommand('Insights: Archive Results');
}

/** Waits for a message, and takes it away. */
async function said(w: Workbench, text: string | RegExp): Promise<void> {
  await w.toast(text).waitFor();
  await w.runCommand('Notifications: Clear All Notifications');
  await w.toast(text).waitFor({ state: 'detached' });
}
