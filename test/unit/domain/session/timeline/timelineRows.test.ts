import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../../src/domain/session/conversation.ts';
import { findRounds } from '../../../../../src/domain/session/path/rounds.ts';
import type { TimelineChoice, TimelineRow } from '../../../../../src/domain/session/timeline/timelineRows.ts';
import { timelineRows } from '../../../../../src/domain/session/timeline/timelineRows.ts';

const speak = (request_id: string, text: string, more: object = {}) => ({
  type: 'speak',
  node_id: `say ${text}`,
  request_id,
  request: { payload: JSON.stringify({ text }) },
  response: { code: 201 },
  ...more,
});
const hear = (request_id: string, user_input: string, more: object = {}) => ({
  type: 'param_completion',
  request_id,
  context: { user_input, ...more },
});

const order = {
  transcription: [{ agent: 'What size?' }, { user: 'large' }, { agent: 'lost words' }, { agent: 'Sorry.' }],
  flow_path: [
    { type: 'start', request_id: 'a' },
    speak('a', 'What size?'),
    hear('b', 'large', { execution_parameters: [{ name: 'size', value: 'large' }] }),
    { type: 'webhook', request_id: 'b', response: { code: 200 }, tags: [{ tag: 'checked' }] },
    { type: 'webhook', request_id: 'b', response: { code: 502 } },
    speak('b', 'Sorry.', { tags: [{ tag: 'failed' }] }),
    { type: 'end_call', node_id: 'say Sorry.', request_id: 'b', tags: [{ tag: 'failed' }] },
  ],
};

function rowsOf(document: unknown, choice: TimelineChoice): string[] {
  return timelineRows(readConversation(document), choice).map(inShort);
}

function inShort(row: TimelineRow): string {
  switch (row.type) {
    case 'turn':
      return `turn ${row.turn}${row.folded ? ' folded' : ''}`;
    case 'rounds':
      return `${row.rounds.length} × ${row.rounds.count}${row.folded ? ' folded' : ''}`;
    case 'line':
      return `${row.step ? `${row.step.index} ` : ''}${row.line.speaker}: ${row.line.text}`;
    case 'step':
      return `${row.step.index} ${row.step.type}`;
    case 'end':
      return `end: ${row.how}`;
  }
}

describe('the timeline', () => {
  const cases: [what: string, choice: TimelineChoice, rows: string[]][] = [
    [
      'as talk is what was said and what failed',
      { density: 'talk' },
      ['1 agent: What size?', '2 caller: large', 'agent: lost words', '4 webhook', '5 agent: Sorry.'],
    ],
    [
      'as steps has one row for each, by turn',
      { density: 'steps' },
      [
        'turn 0',
        '0 start',
        '1 speak',
        'turn 1',
        '2 param_completion',
        '3 webhook',
        '4 webhook',
        '5 speak',
        '6 end_call',
      ],
    ],
    [
      'with everything has what was said in the place of the step that said or heard it',
      { density: 'everything' },
      [
        ...['turn 0', '0 start', '1 agent: What size?'],
        ...[
          'turn 1',
          '2 caller: large',
          'agent: lost words',
          '3 webhook',
          '4 webhook',
          '5 agent: Sorry.',
          '6 end_call',
        ],
      ],
    ],
    [
      'with a turn folded has its head alone',
      { density: 'everything', folded: new Set([1]) },
      ['turn 0', '0 start', '1 agent: What size?', 'turn 1 folded'],
    ],
    [
      'as talk has no turns to fold',
      { density: 'talk', folded: new Set([0, 1]) },
      ['1 agent: What size?', '2 caller: large', 'agent: lost words', '4 webhook', '5 agent: Sorry.'],
    ],
    [
      'filtered keeps the heads of turns that have something left, and unfolds them',
      {
        density: 'everything',
        folded: new Set([1]),
        filter: (line, step) => line?.text === 'lost words' || step?.problem !== undefined,
      },
      ['agent: lost words', 'turn 1', '4 webhook'],
    ],
  ];
  for (const [what, choice, rows] of cases) it(what, () => assert.deepEqual(rowsOf(order, choice), rows));

  it('without a path is what was said, without a transcript what ran', () => {
    assert.deepEqual(rowsOf({ transcription: order.transcription }, { density: 'everything' }).length, 4);
    assert.deepEqual(rowsOf({ flow_path: order.flow_path.slice(0, 2) }, { density: 'everything' }), [
      'turn 0',
      '0 start',
      '1 speak',
    ]);
    assert.deepEqual(rowsOf({}, { density: 'everything' }), []);
  });

  const loop = {
    transcription: ['1', '2', '3', '4', '5'].flatMap((text) => [{ agent: 'Which?' }, { user: text }]),
    flow_path: [
      { type: 'start', node_id: 'start', request_id: 'a' },
      ...['1', '2', '3', '4'].flatMap((text) => [
        { ...hear(text, text), node_id: 'ask' },
        { type: 'webhook', node_id: 'look', request_id: text, response: { code: 200 }, execution_time: 10 },
      ]),
      { ...hear('5', '5'), node_id: 'ask' },
      { type: 'webhook', node_id: 'look', request_id: '5', response: { code: 500 } },
    ],
  };
  const { steps } = readConversation(loop);

  it('folds rounds to one row, with what was said in them', () => {
    const rounds = findRounds(steps);
    assert.deepEqual(rounds, [{ from: 1, to: 9, length: 2, count: 4, executionMs: 40 }]);
    const after = ['turn 5', '9 caller: 5', '10 webhook'];
    assert.deepEqual(rowsOf(loop, { density: 'everything', rounds }), [
      ...['agent: Which?', 'turn 0', '0 start', '2 × 4 folded', ...after],
    ]);
    assert.deepEqual(rowsOf(loop, { density: 'steps', rounds }), [
      ...['turn 0', '0 start', '2 × 4 folded', 'turn 5', '9 param_completion', '10 webhook'],
    ]);
    const open = rowsOf(loop, { density: 'everything', rounds, unfolded: new Set([1]) });
    assert.deepEqual(open.slice(0, 7), [
      ...['agent: Which?', 'turn 0', '0 start', '2 × 4', 'turn 1', '1 caller: 1', 'agent: Which?'],
    ]);
    assert.deepEqual(open.slice(-5), ['agent: Which?', '8 webhook', ...after]);
  });

  it('folds rounds within a turn with the turn', () => {
    const document = {
      flow_path: [{ request_id: 'a' }, ...Array.from({ length: 4 }, () => ({ node_id: 'n', request_id: 'a' }))],
    };
    const rounds = findRounds(readConversation(document).steps);
    assert.deepEqual(rowsOf(document, { density: 'everything', rounds, folded: new Set([0]) }), ['turn 0 folded']);
    assert.deepEqual(rowsOf(document, { density: 'everything', rounds }), ['turn 0', '0 undefined', '1 × 4 folded']);
  });

  it('has every line once and every step at most once, whatever the document', () => {
    const both = { request_id: 'a', context: { user_input: 'a' }, type: 'speak', request: { payload: '{"text":"b"}' } };
    const documents: { transcription: unknown[]; flow_path: unknown[] }[] = [
      { transcription: [{ user: 'a' }, { agent: 'b' }], flow_path: [both, both, null] },
      { transcription: [{ agent: 'b' }, { agent: 'b' }, { user: 'a' }, 'x'], flow_path: [both, both, both] },
      { transcription: [{ user: 'z' }], flow_path: [both] },
    ];
    for (const document of documents) {
      const rows = rowsOf(document, { density: 'everything' });
      assert.equal(rows.filter((row) => /(?:agent|caller|unknown):/u.test(row)).length, document.transcription.length);
      const shown = rows.filter((row) => /^\d/u.test(row)).map((row) => Number.parseInt(row, 10));
      assert.deepEqual(
        shown,
        document.flow_path.map((_, index) => index),
      );
    }
  });
});
