import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isNew } from '../../../../../webview/session/model/model.ts';
import { ShownSession } from '../../../../../webview/session/model/shownSession.ts';
import { viewOf } from '../../../../page/support/viewOf.ts';

const call = (steps: number) => ({
  id: 's-1',
  session_start_time: '2026-11-20T09:00:00.000000',
  status: 'in_progress',
  flow_path: Array.from({ length: steps }, (_, at) => ({ type: 'speak', node_id: `n-${at}`, request_id: 'r' })),
});

it('steps that came while a session was shown are new, from the first of them on', () => {
  const shown = new ShownSession();
  const news = (): readonly boolean[] => {
    const { model } = shown;
    assert.ok(model);
    return [...model.conversation.steps, undefined].map((step) => isNew(model, step));
  };
  shown.show(viewOf(call(2)));
  assert.deepEqual(news(), [false, false, false]);
  shown.show(viewOf(call(4)));
  assert.deepEqual(news(), [false, false, true, true, false]);
  // What came before stays new while nothing else comes.
  shown.show(viewOf(call(4)));
  assert.deepEqual(news(), [false, false, true, true, false]);
});
