import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../src/domain/masking/mask.ts';

const hear = (user_input: string, ...execution_parameters: object[]) => ({
  type: 'param_completion',
  context: { user_input, execution_parameters },
});
const pin = { name: 'PIN', value: '4711' };
const mask = (session: object): string => createMask().session(JSON.stringify(session));

describe('what was said for a secret', () => {
  it('is covered wherever it stands, by one alias', () => {
    const session = {
      transcription: [{ agent: 'Your PIN?' }, { user: ' 4711 ' }, { agent: 'Thank you, 4711!' }, { user: 'a pizza' }],
      flow_path: [
        hear('4711', pin, { name: 'last_input', value: 4711 }),
        { type: 'webhook', context: { execution_parameters: [pin, { name: 'last_input', value: '4711' }] } },
        hear('a pizza', pin, { name: 'wish', value: 'a pizza' }),
      ],
      params_list: [
        { name: 'last_input', value: '4711' },
        { name: 'wish', value: 'a pizza' },
      ],
    };
    const text = mask(session);
    assert.doesNotMatch(text, /4711/u);
    assert.equal(text.match(/a pizza/gu)?.length, 4);
    assert.equal(text.match(/TOKEN-1/gu)?.length, 9);
    assert.doesNotMatch(text, /TOKEN-2/u);
    assert.ok(JSON.parse(text));
  });

  const said = 'it is "4 7 1 1", ok?';
  const places: readonly [what: string, value: unknown][] = [
    ['a text within a text', `"${said}"`],
    ['JSON in a string', JSON.stringify({ heard: said, confidence: 0.9 })],
    ['JSON in JSON in a string', JSON.stringify({ body: JSON.stringify([{ heard: said }]) })],
    ['a form', `heard=${encodeURIComponent(said)}&lang=en`],
    ['an address', `https://nlu.example/parse?q=${encodeURIComponent(said)}`],
    ['XML', `<heard>${said.replaceAll('"', '&quot;')}</heard>`],
    ['letters of another case', { heard: said.toUpperCase() }],
    ['another number of blanks', { heard: said.replaceAll(' ', '  ') }],
    ['the value that it was understood as', { digits: '4711', number: 4711, text: 'so 4711 it is' }],
    ['that value in JSON in a string', JSON.stringify({ digits: 4711 })],
  ];
  for (const [what, payload] of places) {
    it(`is covered in ${what}`, () => {
      const text = mask({ flow_path: [hear(said, pin), { type: 'webhook', request: { payload } }] });
      assert.doesNotMatch(text, /4\D{0,6}7\D{0,6}1\D{0,6}1/u);
      assert.ok(JSON.parse(text));
    });
  }

  it('is everything that was said there, and nothing that was said elsewhere', () => {
    const session = {
      transcription: [{ user: 'my pin is blue' }, { user: 'blue sky' }],
      flow_path: [
        hear('my pin is blue', { ...pin, value: 'blue' }),
        hear('blue sky', { ...pin, value: 'blue' }, { name: 'sum', value: 'blue sky' }),
      ],
    };
    assert.deepEqual(JSON.parse(mask(session)).transcription, [{ user: 'TOKEN-2' }, { user: 'blue sky' }]);
  });

  it('is none where the service has covered it', () => {
    const session = { flow_path: [hear('****', { ...pin, value: '****' }), { response: { payload: '****' } }] };
    assert.deepEqual(JSON.parse(mask(session)), session);
  });

  it('is what was said again where the service has covered the value both times', () => {
    const covered = { name: 'pin', value: '****' };
    const ask = (said: string, more: object = {}) => ({ node_id: 'ask', ...hear(said, covered), ...more });
    const session = {
      transcription: [{ user: '1811' }, { user: '5308' }, { user: 'my card is lost' }],
      flow_path: [
        ask('1811'),
        { type: 'webhook', response: { payload: 'no 5308' } },
        ask('5308'),
        hear('my card is lost', covered),
      ],
    };
    const text = mask(session);
    assert.doesNotMatch(text, /1811|5308/u);
    assert.match(text, /my card is lost/u);
  });

  it('is what another node heard for it, where the service says so', () => {
    const altered = {
      ...hear('5308'),
      context: { user_input: '5308', altered_parameters: [{ name: 'pin', value: '****' }] },
    };
    const session = {
      transcription: [{ user: '5308' }],
      flow_path: [hear('1811', { name: 'pin', value: '****' }), altered],
    };
    assert.doesNotMatch(mask(session), /1811|5308/u);
  });

  for (const where of ['collected_parameters', 'params_list']) {
    it(`is what ${where} kept of it`, () => {
      const kept = [
        { name: 'pin', value: '****', value_text: '5308' },
        { name: 'city', value_text: 'Haifa' },
      ];
      const session = {
        transcription: [{ user: '5308' }, { user: 'Haifa' }],
        ...(where === 'params_list' ? { params_list: kept } : { flow_data: { collected_parameters: kept } }),
      };
      assert.deepEqual(JSON.parse(mask(session)).transcription, [{ user: 'TOKEN-1' }, { user: 'Haifa' }]);
    });
  }

  it('is known in a list of sessions and in lines of them', () => {
    const session = { transcription: [{ user: '4711' }], flow_path: [hear('4711', pin)] };
    for (const text of [JSON.stringify([session]), `${JSON.stringify(session)}\n${JSON.stringify(session)}\n`])
      assert.doesNotMatch(createMask().session(text), /4711/u);
  });

  it('is known to a mask of texts', () => {
    assert.equal(createMask({ said: ['4711'] }).text('pin 4711, not 47110'), 'pin TOKEN-1, not 47110');
    for (const other of ['8ae433e8-4711-41a0-b0a6-0cccc30cbc36', '0.4711', '12:4711', 'x4711'])
      assert.equal(createMask({ said: ['4711'] }).text(other), other);
    assert.equal(createMask({ said: ['4711'], secretsOnly: true }).text('{"a":4711}'), '{"a":"TOKEN-1"}');
  });

  for (const [what, session] of [
    [
      'a measure of the same digits',
      { flow_path: [hear('4711', pin), { execution_time: 4711, response: { code: 471 } }] },
    ],
    [
      'a word that is said of many things',
      { flow_path: [hear('yes', pin), { context: { user_input: 'yes please' } }] },
    ],
    ['a session without a secret', { flow_path: [hear('hello', { name: 'x', value: 'y' })] }],
    ['a session without a path', { transcription: [{ user: 'hello' }] }],
    [
      'a session of another shape',
      { transcription: 'hello', flow_path: [null, 4, hear('', { name: 5 })], params_list: {} },
    ],
  ] as const) {
    it(`is nothing in ${what}`, () => {
      const [, second] = (session as { flow_path?: readonly unknown[] }).flow_path ?? [];
      const text = mask(session);
      if (second === undefined || second === 4) assert.equal(text, JSON.stringify(session));
      else assert.deepEqual(JSON.parse(text).flow_path[1], second);
    });
  }
});
