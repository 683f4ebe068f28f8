import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeletedSessions } from '../../../../src/api/runs/deletedSessions.ts';

const sessions = [{ id: 'a' }, { id: 'b' }, {}];
const identity = { connection: 'production' } as Parameters<DeletedSessions['countIn']>[0]['identity'];

describe('deleted sessions', () => {
  it('are those of one connection and id', () => {
    const deleted = new DeletedSessions();
    assert.deepEqual([deleted.has('production', { id: 'a' }), deleted.countIn({ sessions, identity })], [false, 0]);
    deleted.add('production', 'a');
    deleted.add('test', 'b');
    assert.deepEqual(
      sessions.map((session) => deleted.has('production', session)),
      [true, false, false],
    );
    assert.equal(deleted.countIn({ sessions, identity }), 1);
  });

  it('are told', () => {
    const deleted = new DeletedSessions();
    let told = 0;
    const { dispose } = deleted.onDidChange(() => told++);
    deleted.add('production', 'a');
    dispose();
    deleted.add('production', 'b');
    assert.equal(told, 1);
  });
});
