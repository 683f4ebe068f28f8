import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { News } from '../../../../../webview/parts/host/news.ts';

describe('news of what a person looks at', () => {
  let told: unknown[];
  let news: News<unknown>;

  beforeEach((context) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    news = new News((one) => told.push(one));
    if ('after' in context) context.after(() => mock.timers.reset());
  });

  it('is told at once', () => {
    news.take({ sort: 'a' });
    assert.deepEqual(told, [{ sort: 'a' }]);
  });

  it('is told once for all that follows within a moment, as it is in the end', () => {
    for (const width of [1, 2, 3]) news.take(width);
    mock.timers.tick(99);
    assert.deepEqual(told, [1]);
    mock.timers.tick(1);
    assert.deepEqual(told, [1, 3]);
    news.take(4);
    assert.deepEqual(told, [1, 3]);
    mock.timers.tick(100);
    assert.deepEqual(told, [1, 3, 4]);
  });

  it('is none where nothing changed, and keeps nothing back then', () => {
    news.take({ sort: 'a' });
    mock.timers.tick(100);
    news.take({ sort: 'a' });
    news.take({ sort: 'b' });
    assert.deepEqual(told, [{ sort: 'a' }, { sort: 'b' }]);
  });

  it('is none where it is again as it was told', () => {
    for (const one of ['a', 'b', 'a']) news.take(one);
    mock.timers.tick(1000);
    assert.deepEqual(told, ['a']);
  });
});
