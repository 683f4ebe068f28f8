import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../../src/domain/session/conversation.ts';
import { summarise } from '../../../../../src/domain/session/session.ts';
import { outlineText } from '../../../../../src/domain/sharing/outline/outlineText.ts';
import type { OutlineWords } from '../../../../../src/domain/sharing/outline/sessionOutline.ts';
import { sessionOutline, stepOutline, turnOutline } from '../../../../../src/domain/sharing/outline/sessionOutline.ts';

const document = {
  id: 's-1',
  session_start_time: '2026-11-20T09:00:00.000000',
  session_end_time: '2026-11-20T09:01:30.000000',
  status: 'ended',
  channel: 'voice',
  source: '447700900123',
  agent_information: { name: 'Marlow Coffee' },
  channel_data: { status_code: '200', duration: '90000' },
  transcription: [{ v1: 'Your order?' }, { user: 'Two coffees' }],
  flow_path: [
    { type: 'speak', node_id: 'n-ask', request_id: 'r1', context: { speak: 'Your order?' } },
    { type: 'collect_input', node_id: 'n-listen', request_id: 'r2', context: { user_input: 'Two coffees' } },
    {
      type: 'webhook',
      node_id: 'n-hook',
      request_id: 'r2',
      execution_time: 1500,
      request: { url: 'https://shop.example/orders', verb: 'POST', payload: '{"cups":2}' },
      response: { code: 502, payload: 'Bad Gateway' },
    },
  ],
};

const words: OutlineWords = {
  headings: {
    ...{ session: 'SESSION', transcript: 'TRANSCRIPT', problems: 'PROBLEMS' },
    ...{ steps: 'STEPS', request: 'REQUEST', response: 'RESPONSE' },
  },
  facts: {
    ...{ session: 'id', start: 'start', channel: 'channel', duration: 'duration' },
    ...{ outcome: 'outcome', caller: 'caller', nodeId: 'node', executionTime: 'took' },
  },
  speakers: { caller: 'CALLER', agent: 'AGENT', unknown: 'SOMEBODY' },
  outcome: (outcome) => `<${outcome}>`,
  duration: (milliseconds) => `${milliseconds} ms`,
  turn: ({ number }) => `turn ${number}`,
  step: (index, { type }) => `step ${index}, ${type}`,
  problem: (index) => `problem at ${index}`,
};

const outlined = (of: unknown) => ({ summary: summarise(of), conversation: readConversation(of) });

describe('what is written of a session', () => {
  it('are its facts, what was said, and its problems with what they called', () => {
    assert.equal(
      outlineText(sessionOutline(outlined(document), words, 'utc')),
      `Marlow Coffee

id: s-1
start: 2026-11-20 09:00:00 UTC
channel: voice
duration: 90000 ms
outcome: <error>
caller: 447700900123

TRANSCRIPT

AGENT: Your order?
CALLER: Two coffees

PROBLEMS

- problem at 2 (POST https://shop.example/orders)
`,
    );
  });

  it('is short where little is known', () => {
    assert.equal(outlineText(sessionOutline(outlined({}), words, 'utc')), 'SESSION\n\noutcome: <unknown>\n');
  });

  it('of a turn is what was said in it, and what ran', () => {
    const session = outlined(document);
    const [first, second] = session.conversation.turns;
    assert.ok(first && second);
    assert.equal(
      outlineText(turnOutline(session, second, words)),
      `turn ${second.number}

CALLER: Two coffees

STEPS

- step 1, collect_input
- problem at 2 (POST https://shop.example/orders)
`,
    );
    assert.doesNotMatch(outlineText(turnOutline(session, first, words)), /Two coffees|problem/u);
  });

  it('of a step is how it went, and what it sent and got', () => {
    const session = outlined(document);
    const [, , webhook] = session.conversation.steps;
    assert.ok(webhook);
    assert.equal(
      outlineText(stepOutline(session, webhook, words)),
      `step 2, webhook

node: n-hook
took: 1500 ms
PROBLEMS: problem at 2
REQUEST: POST https://shop.example/orders

REQUEST

{
  "cups": 2
}

RESPONSE

Bad Gateway
`,
    );
  });

  it('of a step that called nothing has no address and no payload', () => {
    const session = outlined(document);
    const [, listens] = session.conversation.steps;
    assert.ok(listens);
    assert.equal(
      outlineText(stepOutline(session, listens, words)),
      'step 1, collect_input\n\nnode: n-listen\n\nCALLER: Two coffees\n',
    );
  });

  it('has an address without a verb, and a payload that is no text', () => {
    const session = outlined({
      flow_path: [{ type: 'webhook', request: { url: 'https://a.example', payload: { a: 1 } } }],
    });
    const [step] = session.conversation.steps;
    assert.ok(step);
    assert.match(outlineText(stepOutline(session, step, words)), /^REQUEST: https:\/\/a\.example$/mu);
    assert.match(outlineText(stepOutline(session, step, words)), /"a": 1/u);
  });
});
