import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../src/domain/session/conversation.ts';
import type { ConversationRow, Density } from '../../../../src/domain/session/conversationRows.ts';
import { conversationRows } from '../../../../src/domain/session/conversationRows.ts';
import { readParameterChanges } from '../../../../src/domain/session/parameterHistory.ts';

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

function rowsOf(document: unknown, density: Density, folded: readonly number[] = []): string[] {
  const conversation = readConversation(document);
  const changes = readParameterChanges(conversation.steps);
  return conversationRows(conversation, changes, { density, folded: new Set(folded) }).map(inShort);
}

function inShort(row: ConversationRow): string {
  switch (row.type) {
    case 'turn':
      return `turn ${row.turn}${row.folded ? ' folded' : ''}`;
    case 'line':
      return `${row.line.speaker}: ${row.line.text}`;
    case 'step':
      return `${row.step.index} ${row.step.type}`;
    case 'effects':
      return [
        ...row.changes.map(({ name, after }) => `${name}=${after}`),
        ...row.tags.map(({ tag }) => `#${tag}`),
      ].join();
  }
}

describe('the conversation', () => {
  const cases: [what: string, density: Density, folded: number[], rows: string[]][] = [
    [
      'as talk is what was said and what failed',
      'talk',
      [],
      ['agent: What size?', 'caller: large', 'agent: lost words', '4 webhook', 'agent: Sorry.'],
    ],
    [
      'with steps has those that neither spoke nor listened, by turn, and what they left behind',
      'steps',
      [],
      [
        ...['turn 0', '0 start', 'agent: What size?'],
        ...['turn 1', 'caller: large', 'size=large', 'agent: lost words', '3 webhook', '#checked', '4 webhook'],
        ...['agent: Sorry.', '#failed', '6 end_call'],
      ],
    ],
    [
      'with a turn folded keeps what was said and what failed in it',
      'steps',
      [1],
      [
        ...['turn 0', '0 start', 'agent: What size?'],
        ...['turn 1 folded', 'caller: large', 'agent: lost words', '4 webhook', 'agent: Sorry.'],
      ],
    ],
    [
      'with everything has each step below what it said',
      'everything',
      [],
      [
        ...['turn 0', '0 start', 'agent: What size?', '1 speak'],
        ...[
          'turn 1',
          'caller: large',
          '2 param_completion',
          'size=large',
          'agent: lost words',
          '3 webhook',
          '#checked',
        ],
        ...['4 webhook', 'agent: Sorry.', '5 speak', '#failed', '6 end_call'],
      ],
    ],
  ];
  for (const [what, density, folded, rows] of cases) {
    it(what, () => assert.deepEqual(rowsOf(order, density, folded), rows));
  }

  it('without a path is what was said, without a transcript what ran', () => {
    assert.deepEqual(rowsOf({ transcription: order.transcription }, 'everything').length, 4);
    assert.deepEqual(rowsOf({ flow_path: order.flow_path.slice(0, 2) }, 'steps'), ['turn 0', '0 start', '1 speak']);
    assert.deepEqual(rowsOf({}, 'steps'), []);
  });

  it('has every line once and every step at most once, whatever the document', () => {
    const both = { request_id: 'a', context: { user_input: 'a' }, type: 'speak', request: { payload: '{"text":"b"}' } };
    const documents: { transcription: unknown[]; flow_path: unknown[] }[] = [
      { transcription: [{ user: 'a' }, { agent: 'b' }], flow_path: [both, both, null] },
      { transcription: [{ agent: 'b' }, { agent: 'b' }, { user: 'a' }, 'x'], flow_path: [both, both, both] },
      { transcription: [{ user: 'z' }], flow_path: [both] },
    ];
    for (const document of documents) {
      const rows = rowsOf(document, 'everything');
      assert.equal(rows.filter((row) => /^(?:agent|caller|unknown):/u.test(row)).length, document.transcription.length);
      const steps = rows.filter((row) => /^\d/u.test(row)).map((row) => Number.parseInt(row, 10));
      assert.deepEqual(
        steps,
        document.flow_path.map((_, index) => index),
      );
    }
  });
});
