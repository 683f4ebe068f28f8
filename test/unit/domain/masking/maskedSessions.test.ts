import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import { createSessionMask } from '../../../../src/domain/masking/maskSession.ts';

const secret = 'abcd1234efgh5678';
const number = '447700900123';

function step(of: object): object {
  return { flow_path: [{ type: 'webhook', ...of }] };
}

describe('masked sessions', () => {
  it('keep numbers and keys as they are written', () => {
    const text = '{"id":"s-1","channel_data":{"duration":12.50},"params":{"10":{"value":1e400},"2":{"value":1.0}}}';
    assert.equal(createMask().session(text), text);
  });

  it('keep them when they are read already', () => {
    const text = '{"id":"s-1","source":9720014044002503,"duration":12.50,"params":{"10":1e400,"2":1.0}}';
    const masked = createSessionMask()(parseJson(text) as never);
    assert.equal(writeJson(masked), text.replace('9720014044002503', '"CALLER-1"'));
  });

  it('mask a caller whose number a double cannot hold', () => {
    assert.equal(createMask().session('{"source":9720014044002503}'), '{"source":"CALLER-1"}');
  });

  it('have one alias for one caller, another for the agent, and keep what identifies the session', () => {
    const mask = createMask();
    const session = {
      id: '447700900999',
      session_start_time: '2026-11-20T10:00:00.123456',
      source: number,
      destination: 442079460000,
      request_ids: ['447700900998'],
      transcription: [{ user: 'my number is 07700 900123, write to robin@example.com' }],
      flow_path: [{ id: '447700900997', node_id: '447700900996', request_id: '447700900998' }],
    };
    assert.deepEqual(JSON.parse(mask.session(JSON.stringify(session))), {
      ...session,
      source: 'CALLER-1',
      destination: 'AGENT-1',
      transcription: [{ user: 'my number is CALLER-1, write to EMAIL-1' }],
    });
    assert.equal(mask.session(`{"source":${number}}`), '{"source":"CALLER-1"}');
  });

  const gone: readonly [session: object, gone: readonly string[]][] = [
    [{ source: 'jo-bloggs-88', transcription: [{ user: 'I am Jo-Bloggs-88' }] }, ['loggs']],
    [{ source: '48815', transcription: [{ user: 'my extension is 48815' }] }, ['48815']],
    [{ source: '48815', ...step({ request: { payload: { extension: 48815 } } }) }, ['48815']],
    [{ destination: 'line-a', ...step({ request: { url: 'https://a.example/%6Cine-a' } }) }, ['ine-a']],
    [{ source: '<b>jo</b>', transcription: [{ user: 'I am <b>jo</b>' }] }, ['jo']],
    [{ source: 'sip:jo@sbc', transcription: [{ user: 'sip:jo@sbc' }] }, ['jo']],
    [{ source: 'sip:jo@sbc.example', transcription: [{ user: 'this is jo@sbc.example' }] }, ['jo']],
    [{ source: 'client:jo-bloggs', transcription: [{ user: 'I am jo-bloggs' }] }, ['bloggs']],
    [{ source: '9720014044002502', transcription: [{ user: 'x9720014044002502y' }] }, ['0014044']],
    [{ source: number, params_list: [{ name: 'time', value: 447700900123 }] }, [number]],
    [step({ request: { payload: `{"msisdn":${number}}` } }), [number]],
    [step({ request: { payload: { msisdn: 447700900123, phones: [447700900124] } } }), [number, '447700900124']],
    [step({ request: { payload: { contacts: [{ id: number }] } } }), [number]],
    [step({ response: { payload: { user: { id: 'jo.bloggs@example.com' } } } }), ['jo.bloggs']],
    [step({ response: { payload: { [number]: { node_id: number } } } }), [number]],
    [{ request: { headers: `{"Ocp-Apim-Subscription-Key":"${secret}"}` } }, [secret]],
    [{ request: { headers: { 'X-Api-Key': secret } } }, [secret]],
    [{ request: { headers: [{ name: 'X-Api-Key', value: secret }] } }, [secret]],
    [step({ request: { headers: `<h n="X-Key">${secret}</h>` } }), [secret]],
    [step({ request: { headers: `X-MyKey ${secret}` } }), [secret]],
    [step({ request: { headers: `map[X-MyKey:[${secret}]]` } }), [secret]],
    [step({ request: { payload: `{"originalBody":{},"aiXVgaiKey":"${secret}"}` } }), [secret]],
    [step({ request: { payload: '{"pin":"4321","cvv":"987"}' } }), ['4321', '987']],
    [step({ request: { payload: `{"csrfToken":"${secret}"}` } }), [secret]],
    [step({ request: { payload: { password: 'hunter2x' } } }), ['hunter2x']],
    [step({ context: { execution_parameters: [{ value: '4321', value_text: '4321', name: 'PIN' }] } }), ['4321']],
    [{ params_list: [{ name: 'pin', value: '4321' }], params: { pin: { value: '4321' } } }, ['4321']],
    [{ parameters: { otp: 998877 } }, ['998877']],
  ];
  for (const [session, parts] of gone) {
    it(JSON.stringify(session), () => {
      const masked = createMask().session(JSON.stringify(session));
      for (const part of parts) assert.ok(!masked.toLowerCase().includes(part), masked);
      assert.equal(typeof JSON.parse(masked), 'object');
    });
  }

  it('keep every other letter, numbers beyond a double and repeated keys too', () => {
    const json =
      '{ "id" : "x", "a": 12345678901234567890, "b": 12.50, "c": 1e400, "c":"\\u00e9\\/", "2":1, "1":[ ] }\n';
    assert.equal(createMask().session(json), json);
  });

  it('stay JSON when a text in them is a list of numbers', () => {
    const session = {
      text: '[447700900123]',
      '[447700900124]': 1,
      deep: JSON.stringify({ text: '[447700900123, 5]' }),
    };
    assert.deepEqual(JSON.parse(createMask().session(JSON.stringify(session))), {
      text: '["CALLER-1"]',
      '["CALLER-2"]': 1,
      deep: JSON.stringify({ text: '["CALLER-1", 5]' }),
    });
  });

  it('are masked in a list and in the answer of a service', () => {
    const session = { id: '447700900999', source: 'jo', transcription: [{ user: number }] };
    const masked = { id: '447700900999', source: 'CALLER-1', transcription: [{ user: 'CALLER-2' }] };
    for (const wrap of [
      (one: object) => [one],
      (one: object) => ({ total: 1, hits: [one] }),
      (one: object) => ({ hits: { hits: [{ _source: one }] } }),
    ]) {
      assert.deepEqual(JSON.parse(createMask().session(JSON.stringify(wrap(session)))), wrap(masked));
    }
  });

  it('are read anew for each caller, though the same was read before and held nothing', () => {
    const mask = createMask();
    const session = (source: string): string =>
      JSON.stringify({ source, transcription: [{ user: 'joe: it is Robin' }], note: 'joe: it is Robin' });
    assert.equal(mask.session(session('anna')), session('CALLER-1'));
    assert.equal(mask.session(session('Robin')), session('CALLER-2').replaceAll('Robin', 'CALLER-2'));
    assert.equal(mask.session(session('joe')), session('CALLER-3').replaceAll('joe:', 'CALLER-3:'));
    assert.equal(mask.session(session('anna')), session('CALLER-1'));
  });

  it('have each what is in them found every time it comes', () => {
    const mask = createMask();
    const session = JSON.stringify({ a: 'write to robin@example.com', b: 'write to robin@example.com' });
    for (let time = 0; time < 3; time += 1) {
      assert.equal(mask.session(session), session.replaceAll('robin@example.com', 'EMAIL-1'));
    }
  });

  it('may be nested as deep as they like', () => {
    const levels = 100_000;
    const deep = `{"a":${'['.repeat(levels)}"${number}"${']'.repeat(levels)}}`;
    assert.equal(createMask().session(deep), deep.replace(number, 'CALLER-1'));
    const entries = `${'{"value":'.repeat(levels)}"4321"${',"name":"pin"}'.repeat(levels)}`;
    assert.ok(!createMask().session(entries).includes('4321'));
  });
});
