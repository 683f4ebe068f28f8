import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../../src/domain/session/conversation.ts';
import { findFindings } from '../../../../../src/domain/session/failures/findings.ts';
import { findRounds } from '../../../../../src/domain/session/path/rounds.ts';
import { findSaidAgain } from '../../../../../src/domain/session/path/saidAgain.ts';
import { summarise } from '../../../../../src/domain/session/session.ts';
import { findStandout } from '../../../../../src/domain/session/timeline/standout.ts';

const speak = (text: string, more: object = {}) => ({ type: 'speak', request: { payload: { text } }, ...more });
const fails = { type: 'webhook', response: { code: 502 } };
const tells = { type: 'webhook', response: { code: 200, payload: '{"error":"Out of stock"}' } };
const end = { type: 'end_call' };
const wait = ['a', 'b'].map((node_id) => ({ node_id, type: 'listen', execution_time: 1000 }));
const loop = [...wait, ...wait, ...wait, ...wait, ...wait];
const sorry = speak('Sorry?', { node_id: 'sorry' });

function standoutOf(flow_path: readonly object[], statusCode: number): unknown {
  const document = { status: 'ended', channel_data: { status_code: statusCode, call_status: 'ended' }, flow_path };
  const summary = summarise(document);
  const conversation = readConversation(document);
  const { steps } = conversation;
  const rounds = findRounds(steps);
  const found = findStandout({
    summary,
    conversation,
    findings: findFindings({ summary, steps, parameters: [] }),
    rounds,
    saidAgain: findSaidAgain(steps, rounds),
  });
  switch (found?.type) {
    case 'problem':
    case 'toldError':
      return [found.type, found.step.index];
    case 'rounds':
      return [found.type, found.rounds.from];
    case 'saidAgain':
      return [found.type, found.said.step, found.said.count];
    case 'elsewhere':
      return [found.type, found.step];
    case undefined:
      return undefined;
  }
}

describe('what stands out of a session', () => {
  const cases: readonly [what: string, path: readonly object[], code: number, expected: unknown][] = [
    ['a step that failed, whatever else there is', [tells, fails, ...loop], 200, ['problem', 1]],
    ['an answer that tells of an error', [speak('Hello'), tells, ...loop], 0, ['toldError', 1]],
    ['rounds that were most of it', [speak('Hello'), ...loop], 0, ['rounds', 1]],
    ['no rounds that were the smaller part', [speak('Hello', { execution_time: 60_000 }), ...loop, end], 0, undefined],
    ['what was said again where the service warns', [sorry, speak('Hello'), sorry, end], 100, ['saidAgain', 0, 2]],
    ['nothing said again in a session that went well', [sorry, sorry, end], 0, undefined],
    ['a path without an end call', [speak('Hello'), speak('Bye')], 0, ['elsewhere', 1]],
    ['nothing in a session that went well', [speak('Hello'), end], 0, undefined],
    ['nothing in a session without a path', [], 0, undefined],
  ];
  for (const [what, path, code, expected] of cases) {
    it(`is ${what}`, () => assert.deepEqual(standoutOf(path, code), expected));
  }
});

describe('what the agent said again', () => {
  const saidAgain = (flow_path: readonly object[]) => {
    const { steps } = readConversation({ flow_path });
    return findSaidAgain(steps, findRounds(steps));
  };

  it('is what was said most often, from where it was said first', () =>
    assert.deepEqual(saidAgain([speak('a'), speak('b'), speak('b '), speak('a'), speak('b')]), {
      step: 1,
      text: 'b',
      count: 3,
    }));

  it('is nothing of what repeats in rounds', () => {
    const music = [speak('Please hold.', { node_id: 'hold' }), { node_id: 'music', type: 'listen' }];
    assert.equal(saidAgain([speak('a'), ...music, ...music, ...music, ...music, speak('b')]), undefined);
  });

  it('is nothing where all was said once, or nothing', () => {
    assert.equal(saidAgain([speak('a'), speak('b'), end]), undefined);
    assert.equal(saidAgain([speak(''), speak(' '), {}, end]), undefined);
  });
});
