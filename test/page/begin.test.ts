import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pageTest } from './support/pageTest.ts';
import { viewOf } from './support/viewOf.ts';

const asked = viewOf({ id: '1', agent_information: { name: 'Asked for' } });

describe('a page that begins', () => {
  const test = pageTest();

  test('shows what its host sent before it was asked', { view: asked }, async (p) => {
    await p.reloadWith(() => {
      const bytes = new TextEncoder().encode('{ "id": "2", "agent_information": { "name": "Sent" } }');
      const settings = { timeZone: 'utc', singleKeys: true, masked: false, maskShared: true };
      const view = { content: { type: 'document', bytes, partial: false }, fileName: 'sent', settings, nodeNames: {} };
      // As VS Code does with what was posted before its page was there.
      window.addEventListener('load', () =>
        window.postMessage({ type: 'request', number: 1, message: { type: 'begin', view } }, location.origin),
      );
    });
    assert.equal((await p.page.locator('h1').textContent())?.trim(), 'Sent');
  });

  test('shows what was compressed for its way', { view: asked }, async (p) => {
    await p.reloadWith(() => {
      const packed = new Blob(['{ "id": "2", "agent_information": { "name": "Sent" } }'])
        .stream()
        .pipeThrough(new CompressionStream('gzip'));
      const settings = { timeZone: 'utc', singleKeys: true, masked: false, maskShared: true };
      window.addEventListener('load', async () => {
        const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
        const content = { type: 'document', bytes, partial: false, gzipped: true };
        const view = { content, fileName: 'sent', settings, nodeNames: {} };
        window.postMessage({ type: 'request', number: 1, message: { type: 'show', view } }, location.origin);
      });
    });
    await p.page.locator('h1', { hasText: 'Sent' }).waitFor();
  });

  test('goes on with what it shows when its host sends it once more', { view: asked }, async (p) => {
    await p.send({ type: 'begin', view: viewOf({ id: '2', agent_information: { name: 'Sent' } }) });
    assert.equal((await p.page.locator('h1').textContent())?.trim(), 'Asked for');
  });
});

describe('a page that nobody hears', () => {
  const test = pageTest();

  const steps = [{ type: 'speak' }, { type: 'webhook' }];

  test('says so, and what to do, until it is heard again', {
    view: viewOf({ id: '1', flow_path: steps }),
  }, async (p) => {
    const said = p.page.getByRole('alert').filter({ hasText: 'close this tab and open it again' });
    await p.page.clock.install();
    await p.reload();
    p.deaf = true;
    // What is looked at is told.
    await p.press('ArrowDown');
    await p.page.clock.runFor(9_000);
    assert.equal(await said.count(), 0);
    await p.page.clock.runFor(2_000);
    assert.ok(await said.isVisible());
    p.deaf = false;
    await p.send({ type: 'say', sentence: 'back' });
    assert.equal(await said.count(), 0);
  });
});
