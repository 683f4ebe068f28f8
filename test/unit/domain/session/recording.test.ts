import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordingPlace } from '../../../../src/domain/session/recording.ts';
import { parameterRecordings, readRecording } from '../../../../src/domain/session/recording.ts';

const url = 'https://recordings.example/a/s.mp3?token=t%2B1';
const call = (channel: string | undefined, audio_url: unknown, more: object = { status: 'ended' }) => ({
  channel,
  channel_data: { duration: 1_000, audio_url },
  ...more,
});

describe('the recording of a call', () => {
  const cases: [name: string, document: unknown, type: string][] = [
    ['an https address', call('Telephony', url), 'ready'],
    ['an https address of any channel', call('http', url), 'ready'],
    ['with a port, in capitals', call('voice', ' HTTPS://a.example:8443 '), 'ready'],
    ['null after a spoken call', call('voice', null), 'notReady'],
    ['nothing in the text after a spoken call', call('telephony', ''), 'notReady'],
    ['null while the call goes on', call('voice', null, { status: 'in_progress' }), 'none'],
    ['null where nobody spoke', call('Whatsapp', null), 'none'],
    ['left out', call('voice', undefined), 'none'],
    ['no channel data', { channel: 'voice', status: 'ended' }, 'none'],
    ['a relative path of an old session', call('voice', '5f7f/5f8a/8ae4.mp3'), 'relative'],
    ['an http address', call('voice', 'http://recordings.example/s.mp3'), 'insecure'],
    ['a script', call('voice', 'javascript:alert(1)'), 'unknown'],
    ['a file', call('voice', 'file:///etc/passwd'), 'unknown'],
    ['a command', call('voice', 'command:workbench.action.quit'), 'unknown'],
    ['an address without a scheme', call('voice', '//recordings.example/s.mp3'), 'unknown'],
    ['somebody in front of the host', call('voice', 'https://a.example@b.example/s.mp3'), 'unknown'],
    ['blanks within', call('voice', 'https://a.example/ s.mp3'), 'unknown'],
    ['a backslash', call('voice', 'https://a.example\\@b.example'), 'unknown'],
    ['a number', call('voice', 7), 'unknown'],
    ['an object', call('voice', { url }), 'unknown'],
    ['no document', 'x', 'none'],
  ];
  for (const [name, document, type] of cases) {
    it(`${name} is ${type}`, () => assert.equal(readRecording(document, { of: 'call' }).type, type));
  }

  it('keeps the address as it is written', () => {
    assert.deepEqual(readRecording(call('voice', url), { of: 'call' }), { type: 'ready', url });
  });
});

describe('recordings of parameters', () => {
  const document = {
    params_list: [{ name: 'a', audio_url: null }, { name: 'b', audio_url: url }, null],
    flow_path: [
      null,
      { context: { execution_parameters: [{ audio_url: 'old/a.mp3' }], altered_parameters: [{}, { audio_url: url }] } },
      { context: 'none' },
    ],
  };

  it('are found by their place, and read there', () => {
    const found = parameterRecordings(document);
    assert.deepEqual(
      found.map(({ place, recording }) => `${JSON.stringify(Object.values(place))} ${recording.type}`),
      [
        '["parameter",1] ready',
        '["step",1,"execution_parameters",0] relative',
        '["step",1,"altered_parameters",1] ready',
      ],
    );
    for (const { place, recording } of found) assert.deepEqual(readRecording(document, place), recording);
  });

  it('are none where no parameter stands', () => {
    const places: RecordingPlace[] = [
      { of: 'parameter', index: 9 },
      { of: 'parameter', index: -1 },
      { of: 'step', step: 0, list: 'execution_parameters', index: 0 },
      { of: 'step', step: 2, list: 'altered_parameters', index: 0 },
    ];
    for (const place of places) assert.deepEqual(readRecording(document, place), { type: 'none' });
  });
});
