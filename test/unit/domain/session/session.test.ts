import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasEnded, summarise } from '../../../../src/domain/session/session.ts';

describe('summarise', () => {
  const nothing = { channelKind: 'unknown', outcome: 'unknown' };
  const cases: [what: string, document: unknown, expected: Record<string, unknown>][] = [
    ['nothing', undefined, nothing],
    ['null', null, nothing],
    ['a list', [1], nothing],
    [
      'null everywhere',
      { id: null, agent_information: null, channel_data: null, source: null, channel: null },
      nothing,
    ],
    [
      'numbers as text',
      { destination: 972523656841, channel_data: { duration: '27000', status_code: '0' } },
      {
        destination: '972523656841',
        durationMs: 27_000,
        outcome: 'success',
        channelKind: 'unknown',
      },
    ],
    ['a caller with leading zeros', { source: '00972' }, { ...nothing, caller: '00972' }],
    ['telephony', { channel: 'Telephony' }, { ...nothing, channel: 'Telephony', channelKind: 'voice' }],
    ['voice', { channel: 'voice' }, { ...nothing, channel: 'voice', channelKind: 'voice' }],
    ['WhatsApp', { channel: 'Whatsapp' }, { ...nothing, channel: 'Whatsapp', channelKind: 'whatsapp' }],
    ['an unheard-of channel', { channel: 'pigeon' }, { ...nothing, channel: 'pigeon', channelKind: 'other' }],
    ['status code 100', { channel_data: { status_code: 100 } }, { ...nothing, outcome: 'warning' }],
    ['status code 200 is an error', { channel_data: { status_code: 200 } }, { ...nothing, outcome: 'error' }],
    ['an unknown status code', { channel_data: { status_code: 42 } }, nothing],
    ['no duration is not 0', { channel_data: { duration: '' } }, nothing],
    [
      'a status only in the channel',
      { channel_data: { call_status: 'in_progress' } },
      { ...nothing, status: 'in_progress', outcome: 'inProgress' },
    ],
    [
      'a success only when it has ended',
      { status: 'in_progress', channel_data: { status_code: 0 } },
      { ...nothing, status: 'in_progress', outcome: 'inProgress' },
    ],
    [
      'an error also while it goes on',
      { status: 'in_progress', channel_data: { status_code: 200 } },
      { ...nothing, status: 'in_progress', outcome: 'error' },
    ],
    ['an object for a name', { agent_information: { name: { en: 'Bo' } } }, { ...nothing, agent: '{"en":"Bo"}' }],
  ];
  for (const [what, document, expected] of cases) {
    it(what, () => assert.deepEqual(summarise(document), expected));
  }
});

describe('hasEnded', () => {
  const end = new Date('2026-02-03T18:22:05Z');
  const cases: [status: string | undefined, end: Date | undefined, ended: boolean][] = [
    ['ended', undefined, true],
    ['in_progress', end, false],
    ['in_progress', undefined, false],
    ['undocumented', end, true],
    ['undocumented', undefined, false],
    [undefined, undefined, false],
  ];
  for (const [status, endTime, ended] of cases) {
    it(`${status}, ${endTime ? 'with' : 'without'} an end: ${ended}`, () => {
      assert.equal(hasEnded({ ...(status && { status }), ...(endTime && { end: endTime }) }), ended);
    });
  }
});
