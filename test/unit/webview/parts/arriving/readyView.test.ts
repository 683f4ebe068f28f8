import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { SessionContent } from '../../../../../src/protocol/messages.ts';
import { onceReady, readyView } from '../../../../../webview/parts/arriving/readyView.ts';

const settings = { masked: false };
const text = '{ "id": "1" }';
const plain: SessionContent = { type: 'document', bytes: new TextEncoder().encode(text), partial: true };
const packed: SessionContent = { ...plain, bytes: new Uint8Array(gzipSync(text)), gzipped: true };

describe('a view that a page is sent', () => {
  it('has its session as it was before it was compressed', async () => {
    assert.deepEqual(await readyView({ content: packed, settings }), { content: plain, settings });
  });

  it('has both sides of a comparison so', async () => {
    const [left, right] = [
      { content: packed, fileName: 'a' },
      { content: plain, fileName: 'b' },
    ];
    const ready = await readyView({ left, right, settings });
    assert.deepEqual(ready, { left: { ...left, content: plain }, right, settings });
    const receive = onceReady((message: { readonly view: typeof ready }) => message.view);
    assert.deepEqual(await receive({ view: { left: right, right: left, settings } }), {
      ...{ left: right, right: { ...left, content: plain }, settings },
    });
  });

  it('is left alone where nothing was compressed', async () => {
    const failed: SessionContent = { type: 'failed', reason: 'Gone' };
    for (const view of [{ settings }, { content: plain, settings }, { content: failed, settings }])
      assert.deepEqual(await readyView(view), view);
  });

  it('comes in its turn, and what follows waits for it', async () => {
    const received: unknown[] = [];
    const receive = onceReady((message: { readonly name: string; readonly view?: typeof view }) => {
      received.push(message.view?.content ?? message.name);
      return message.name;
    });
    const view = { content: packed, settings };
    assert.equal(receive({ name: 'first' }), 'first');
    const answers = [receive({ name: 'second', view }), receive({ name: 'third' }), receive({ name: 'fourth', view })];
    assert.deepEqual(received, ['first']);
    assert.deepEqual(await Promise.all(answers), ['second', 'third', 'fourth']);
    assert.deepEqual(received, ['first', plain, 'third', plain]);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(receive({ name: 'fifth' }), 'fifth');
  });

  it('does not keep others back when it is damaged', async () => {
    const receive = onceReady((message: { readonly name: string; readonly view?: typeof view }) => message.name);
    const view = { content: { ...packed, bytes: new Uint8Array([1, 2, 3]) }, settings };
    const [damaged, next] = [receive({ name: 'damaged', view }), receive({ name: 'next' })];
    await assert.rejects(async () => damaged);
    assert.equal(await next, 'next');
  });
});
