import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ResultsLooks } from '../../../src/results/resultsLooks.ts';

/** As a memento does, it keeps what JSON can say of a value. */
function newState() {
  const kept = new Map<string, string | undefined>();
  return {
    get: (key: string): unknown => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
    update: async (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  };
}

describe('what results were looked at with', () => {
  it('is kept for each query, also for who comes later', () => {
    const state = newState();
    const looks = new ResultsLooks(state);
    assert.equal(looks.of('file:///a'), undefined);
    looks.keep('file:///a', { tab: 'charts' });
    looks.keep('file:///b', { tab: 'table' });
    looks.keep('file:///a', { tab: 'pathMap' });
    const later = new ResultsLooks(state);
    assert.deepEqual([later.of('file:///a'), later.of('file:///b')], [{ tab: 'pathMap' }, { tab: 'table' }]);
  });

  it('goes with the file of the query, and is gone with it', () => {
    const looks = new ResultsLooks(newState());
    looks.keep('file:///a', 1);
    looks.keep('file:///b', 2);
    looks.move((query) => (query === 'file:///a' ? 'file:///b' : undefined));
    assert.deepEqual([looks.of('file:///a'), looks.of('file:///b')], [undefined, 1]);
    looks.move((query) => (query === 'file:///nothing' ? 'file:///b' : undefined));
    assert.equal(looks.of('file:///b'), 1);
    looks.remove((query) => query === 'file:///b');
    assert.equal(looks.of('file:///b'), undefined);
  });

  it('goes with all queries of a folder, also where two change places', () => {
    const looks = new ResultsLooks(newState());
    for (const name of ['old/a', 'old/in/b', 'older/c', 'd']) looks.keep(`file:///${name}`, name);
    looks.move((query) => (query.startsWith('file:///old/') ? query.replace('/old/', '/new/') : undefined));
    const of = (name: string) => looks.of(`file:///${name}`);
    assert.deepEqual(
      [of('old/a'), of('new/a'), of('new/in/b'), of('older/c')],
      [undefined, 'old/a', 'old/in/b', 'older/c'],
    );
    const swapped = new Map([
      ['file:///d', 'file:///new/a'],
      ['file:///new/a', 'file:///d'],
    ]);
    looks.move((query) => swapped.get(query));
    assert.deepEqual([of('d'), of('new/a')], ['old/a', 'd']);
    looks.remove((query) => query.startsWith('file:///new/'));
    assert.deepEqual([of('new/a'), of('new/in/b'), of('d'), of('older/c')], [undefined, undefined, 'old/a', 'older/c']);
  });

  it('is kept of a hundred queries, the ones looked at last, and nothing that is very long', () => {
    const looks = new ResultsLooks(newState());
    for (let query = 0; query <= 100; query += 1) {
      looks.keep(`${query}`, query);
      looks.keep('1', 'again');
    }
    assert.deepEqual([looks.of('0'), looks.of('1'), looks.of('100')], [undefined, 'again', 100]);
    looks.keep('100', 'x'.repeat(30_000));
    assert.equal(looks.of('100'), undefined);
  });

  it('is forgotten on request, and anything else that stood there is nothing', () => {
    const state = newState();
    const looks = new ResultsLooks(state);
    looks.keep('a', 1);
    looks.forget();
    assert.equal(looks.of('a'), undefined);
    for (const odd of ['text', { a: 1 }, [1, ['a'], [2, 3], null]]) {
      void state.update('insights.results.looks', odd);
      assert.equal(looks.of('a'), undefined);
      looks.keep('b', 2);
      assert.equal(looks.of('b'), 2);
    }
  });
});
