import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConversation } from '../../../../src/domain/session/conversation.ts';

/**
 * A session in a little language, one thing a line:
 * `A: text` and `C: text` are lines of the transcript; `1 speak text`, `1 hear text`, `1 webhook 500` are steps of request 1.
 */
function session(text: string): unknown {
  const transcription: unknown[] = [];
  const path: unknown[] = [];
  for (const row of text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)) {
    const said = /^([AC]): ?(.*)$/u.exec(row);
    if (said) transcription.push({ [said[1] === 'C' ? 'user' : '5f7f']: said[2] });
    const ran = /^(\S+) (speak|hear|webhook)(?: (.*))?$/u.exec(row);
    if (ran) path.push(step({ request_id: ran[1] === '-' ? undefined : ran[1] }, ran[2] ?? '', ran[3]));
  }
  return { transcription, flow_path: path };
}

function step(base: object, kind: string, rest: string | undefined): unknown {
  if (kind === 'speak')
    return { ...base, type: 'speak', request: { payload: JSON.stringify({ text: rest }) }, response: { code: 201 } };
  if (kind === 'hear') return { ...base, type: 'param_completion', context: { user_input: rest } };
  return { ...base, type: 'webhook', response: rest ? { code: rest } : {} };
}

describe('transcript and steps', () => {
  const cases: [what: string, text: string, ties: (number | undefined)[]][] = [
    ['in order', 'A: hi\nC: yes\nA: bye\n1 speak hi\n2 hear yes\n2 webhook 200\n2 speak bye', [0, 1, 3]],
    ['repeats tie one to one', 'A: what?\nC: no\nA: what?\n1 speak what?\n2 hear no\n2 speak what?', [0, 1, 2]],
    ['a line without a step stays', 'A: hi\nA: lost\nA: bye\n1 speak hi\n1 speak bye', [0, undefined, 1]],
    [
      'a lost line does not take a later step of the same words',
      'A: what?\nA: a\nA: b\nA: what?\n1 speak a\n1 speak b\n1 speak what?',
      [undefined, 0, 1, 2],
    ],
    ['steps without a line stay', 'A: bye\n1 speak hi\n1 speak bye', [1]],
    ['the caller and the agent may say the same', 'C: hi\nA: hi\n1 speak hi\n1 hear hi', [1, undefined]],
    ['whitespace does not matter', 'A: hi  there\n1 speak hi there', [0]],
    ['no steps', 'A: hi', [undefined]],
  ];
  for (const [what, text, ties] of cases) {
    it(what, () =>
      assert.deepEqual(
        readConversation(session(text)).lines.map((line) => line.step),
        ties,
      ),
    );
  }

  it('ties thousands of repeated lines in order', () => {
    const rounds = Array.from({ length: 3_000 }, () => 'A: again?\n1 speak again?').join('\n');
    const { lines } = readConversation(session(`A: lost\n${rounds}`));
    assert.equal(lines.at(0)?.step, undefined);
    const ties = lines.flatMap((line) => (line.step === undefined ? [] : [line.step]));
    assert.deepEqual(
      ties,
      [...ties].sort((a, b) => a - b),
    );
    assert.ok(ties.length >= 2_990, `${ties.length} tied`);
  });
});

describe('turns', () => {
  it('are steps in a row with one request id', () => {
    const { turns } = readConversation(session('1 speak a\n1 hear b\n2 speak c\n1 speak d\n- speak e'));
    assert.deepEqual(
      turns.map(({ number, continued, steps }) => `${number}${continued ? '+' : ''}: ${steps.map((s) => s.index)}`),
      ['1: 0,1', '2: 2', '1+: 3', '3: 4'],
    );
  });
});

describe('problems', () => {
  const cases: [what: string, step: unknown, reason: string | undefined][] = [
    ['a webhook that answered', { type: 'webhook', response: { code: 200 } }, undefined],
    ['a webhook that answered 500', { type: 'webhook', response: { code: '500' } }, 'responseCode'],
    ['a webhook that was sent elsewhere', { type: 'webhook', response: { code: 302 } }, 'responseCode'],
    ['a speak that was sent elsewhere', { type: 'speak', response: { code: 302 } }, undefined],
    ['a webhook with no answer', { type: 'webhook', response: null }, 'noResponse'],
    [
      'a webhook that timed out',
      { type: 'webhook', context: { status: { message: 'Request timed out' } } },
      'timedOut',
    ],
    ['504', { type: 'webhook', response: { code: 504 } }, 'timedOut'],
    ['a status of 422', { type: 'speak', response: { code: 200 }, context: { status: { code: 422 } } }, 'statusCode'],
    ['a step with nothing in it', null, undefined],
    ['a step of no known type', { type: 'hover_board' }, undefined],
  ];
  for (const [what, flowStep, reason] of cases) {
    it(what, () => assert.equal(readConversation({ flow_path: [flowStep] }).steps[0]?.problem, reason));
  }
});

describe('any document', () => {
  for (const document of [
    undefined,
    null,
    'text',
    4,
    [],
    { transcription: 'hello' },
    { transcription: [null, 'x', { client: 1 }, { USER: null }] },
    { flow_path: {} },
    { flow_path: [1, null, 'x', { request: 'x', response: [], context: 3, tags: 'x' }] },
  ]) {
    it(`reads ${JSON.stringify(document)}`, () => assert.doesNotThrow(() => readConversation(document)));
  }
  it('knows the caller by user and client in any case', () => {
    const speakers = readConversation({ transcription: [{ User: 'a' }, { CLIENT: 'b' }, { x: 'c' }, 'd'] }).lines;
    assert.deepEqual(
      speakers.map(({ speaker }) => speaker),
      ['caller', 'caller', 'agent', 'unknown'],
    );
  });
});
