import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readModel } from '../../../../../webview/session/model/model.ts';
import { endOf, firstPlace, keptPlace, standoutPlace } from '../../../../../webview/session/model/places.ts';
import { readTimeline } from '../../../../../webview/session/model/timeline.ts';

const speak = (node: number) => ({
  type: 'speak',
  node_id: `n${node}`,
  request: { payload: { text: `Words ${node}` } },
});
const said = (count: number) => Array.from({ length: count }, (_, node) => speak(node));
const hold = (rounds: number) =>
  Array.from({ length: rounds }, () =>
    ['queue', 'music'].map((node_id) => ({ type: 'listen', node_id, execution_time: 900 })),
  ).flat();
const told = { type: 'webhook', response: { code: 200, payload: '{"error":"Out of stock"}' } };
const failed = { type: 'webhook', response: { code: 502 } };
const end = { type: 'end_call' };
const session = (flow_path: readonly object[], rest: object = { status: 'ended' }) => readModel({ ...rest, flow_path });
const place = (step?: number, more: { line?: number; end?: true } = {}) => ({
  ...{ step, line: undefined, end: undefined },
  ...more,
});

describe('what a session is opened at', () => {
  const cases: [what: string, model: ReturnType<typeof session>, at: ReturnType<typeof place>][] = [
    ['the first problem', session([speak(0), told, failed, failed]), place(2)],
    ['an answer that tells of an error', session([speak(0), told, ...hold(40)]), place(1)],
    ['a loop on the first screen', session([...said(3), ...hold(40), end]), place(3)],
    ['the first step above a loop further down', session([...said(20), ...hold(40), end]), place(0)],
    ['a missing end on the first screen', session(said(3)), place(2, { end: true })],
    ['the first step where the end is further down', session(said(30)), place(0)],
    [
      'a missing end below a folded loop',
      session([...hold(40), speak(1)].map((step) => ({ ...step, execution_time: 0 }))),
      place(0),
    ],
    ['the first step of what went well', session([...said(3), end]), place(0)],
    ['the first step of what goes on', session(said(3), { status: 'in_progress' }), place(0)],
    [
      'the first line where nothing ran',
      readModel({ transcription: [{ agent: 'Hello' }] }),
      place(undefined, { line: 0 }),
    ],
  ];
  for (const [what, model, at] of cases) it(what, () => assert.deepEqual(firstPlace(model), at));
});

describe('the mark of where a session broke off', () => {
  const cases: [what: string, model: ReturnType<typeof session>, how: string | undefined][] = [
    ['ended without an end call', session(said(2)), 'noEndCall'],
    ['was in progress', session(said(2), { status: 'in_progress' }), 'inProgress'],
    ['says nothing of an end', session(said(2), {}), 'noEnd'],
    ['ended', session([...said(2), end]), undefined],
    ['was handed over', session([...said(2), { type: 'live_agent_routing' }]), undefined],
    ['has no path', session([]), undefined],
  ];
  for (const [what, model, how] of cases) {
    it(`is the last row, an option of its own and no step, of a session that ${what}`, () => {
      for (const density of ['talk', 'steps', 'everything'] as const) {
        const { rows, rowOfEnd, rowOfStep, positions, options, steps } = readTimeline(model, { density });
        const last = rows.at(-1);
        assert.equal(last?.type === 'end' ? last.how : undefined, how);
        assert.equal(rowOfEnd, how ? rows.length - 1 : -1);
        if (!how) continue;
        assert.equal(positions[rowOfEnd], options);
        assert.ok(!rowOfStep.includes(rowOfEnd));
        assert.equal(steps, density === 'talk' ? 0 : 2);
      }
    });
  }

  it('is not there while a filter is', () => {
    const { rowOfEnd } = readTimeline(session(said(2)), {
      density: 'everything',
      filter: { text: 'Words', kind: 'all' },
    });
    assert.equal(rowOfEnd, -1);
  });

  it('is gone to with the step that ran last, and stays selected while a session goes on', () => {
    const [two, three] = [session(said(2), { status: 'in_progress' }), session(said(3), { status: 'in_progress' })];
    assert.deepEqual(endOf(two), place(1, { end: true }));
    assert.deepEqual(keptPlace(three, endOf(two)), place(2, { end: true }));
    assert.deepEqual(keptPlace(session([...said(2), end]), endOf(two)), place(1));
    assert.deepEqual(endOf(session([...said(2), end])), place(2));
  });

  it('is what stands out where nothing else does', () => {
    assert.deepEqual(standoutPlace(session(said(2))), place(1, { end: true }));
    assert.deepEqual(standoutPlace(session([failed])), place(0));
    assert.equal(standoutPlace(session([...said(2), end])), undefined);
  });
});
