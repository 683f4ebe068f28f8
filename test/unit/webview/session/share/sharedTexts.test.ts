import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SharedForm } from '../../../../../src/protocol/messages.ts';
import { loadedMasking } from '../../../../../webview/parts/masking/masking.ts';
import '../../../../../webview/parts/masking/maskScript.ts';
import { ShownSession } from '../../../../../webview/session/model/shownSession.ts';
import { neededForSharing } from '../../../../../webview/session/share/loadWriters.ts';
import type { Cover, SharedPart } from '../../../../../webview/session/share/sharedTexts.ts';
import { SharedTexts } from '../../../../../webview/session/share/sharedTexts.ts';
import { viewOf } from '../../../../page/support/viewOf.ts';

/** What is personal, in the ways in which it is written in a session. */
const personal = [
  '447700900123',
  '+44 7700 900123',
  '07700 900123',
  '7700-900-456',
  'bo.van.dam@example.org',
  'kitchen@napoli.example.com',
];
const secrets = ['sk-live-0123456789abcdef0123', 'Zm9vOmJhcg==', '4711', 'hunter2-hunter2'];

const call = {
  id: 'c0000000-0000-4000-8000-000000000001',
  session_start_time: '2026-11-20T09:00:00.000000',
  source: '447700900123',
  destination: '442071234567',
  agent_information: { name: 'Marlow Coffee' },
  transcription: [
    { v1: 'Hello +44 7700 900123, what is your PIN?' },
    { user: '4711' },
    { user: 'write to bo.van.dam@example.org or ring 7700-900-456' },
  ],
  params_list: [
    { name: 'pin', value: '4711' },
    { name: 'api_key', value: 'sk-live-0123456789abcdef0123' },
  ],
  flow_path: [
    {
      type: 'param_completion',
      node_id: 'n-pin',
      request_id: 'r1',
      context: { user_input: '4711', altered_parameters: [{ name: 'pin', value: '4711' }] },
    },
    {
      type: 'webhook',
      node_id: 'n-hook',
      request_id: 'r1',
      request: {
        url: 'https://shop.example/orders?phone=07700%20900123&token=hunter2-hunter2',
        verb: 'POST',
        headers: '{"Authorization":"Basic Zm9vOmJhcg=="}',
        payload: '{"phone":"07700 900123","mail":"kitchen@napoli.example.com"}',
      },
      response: {
        code: 502,
        payload: '{"api_key":"sk-live-0123456789abcdef0123","owner":"kitchen@napoli.example.com"}',
      },
    },
  ],
};
/** A chat is told by a name, which is nothing else than a word where it stands alone. */
const chat = { ...call, source: 'bo_the_caller', channel: 'chat', transcription: [{ user: 'This is bo_the_caller.' }] };

const parts: readonly SharedPart[] = [
  { kind: 'session' },
  { kind: 'turn', index: 0 },
  { kind: 'step', index: 0 },
  { kind: 'step', index: 1 },
  { kind: 'selection', text: JSON.stringify(call.transcription[2]) },
  { kind: 'selection', text: 'My PIN is 4711.' },
  { kind: 'selection', text: 'Hello +44 7700 900123, ring 07700 900123, write to bo.van.dam@example.org' },
];
const forms: readonly SharedForm[] = ['markdown', 'text', 'json'];

function textOf(document: object, part: SharedPart, form: SharedForm, cover: Cover, masked = false): string {
  const shown = new ShownSession();
  shown.show(viewOf(document, { masked }));
  return new SharedTexts(shown, { ...neededForSharing, masking: loadedMasking() }).of(part, form, cover);
}

/** As it is read, whatever escapes it. */
const plain = (text: string): string =>
  decodeURIComponent(text.replaceAll('\\', '').replaceAll(/%(?![0-9a-f]{2})/giu, '%25'));

describe('what leaves of a session', () => {
  for (const part of parts) {
    for (const form of forms) {
      const name = `${part.kind}${'index' in part ? ` ${part.index + 1}` : ''} as ${form}`;

      it(`holds nothing personal and no secret: ${name}`, () => {
        for (const masked of [false, true]) {
          const text = plain(textOf(call, part, form, 'all', masked));
          assert.ok(text.trim() !== '');
          for (const one of [...personal, ...secrets]) assert.ok(!text.includes(one), `${one} in ${text}`);
        }
      });

      it(`holds no secret where personal data is revealed: ${name}`, () => {
        const text = plain(textOf(call, part, form, 'secrets'));
        for (const one of secrets) assert.ok(!text.includes(one), `${one} in ${text}`);
      });
    }
  }

  it('is what was recorded, beside it, also while the screen is masked', () => {
    for (const masked of [false, true]) {
      const text = textOf(call, { kind: 'session' }, 'json', 'nothing', masked);
      assert.deepEqual(JSON.parse(text), call);
    }
  });

  it('holds no name of who called, in a chat', () => {
    for (const form of forms)
      assert.doesNotMatch(textOf(chat, { kind: 'session' }, form, 'all'), /bo.{0,2}the.{0,2}caller/u);
  });

  it('has one alias for one value, in all of it', () => {
    const text = textOf(call, { kind: 'session' }, 'json', 'all');
    assert.match(text, /"source": "CALLER-1"/u);
    assert.match(text, /Hello CALLER-1, what/u);
    assert.match(text, /\\"phone\\":\\"CALLER-1\\"/u);
  });

  it('is a session that opens again', () => {
    const shown = new ShownSession();
    shown.show(viewOf(textOf(call, { kind: 'session' }, 'json', 'all')));
    assert.deepEqual([shown.model?.summary.id, shown.model?.summary.caller], [call.id, 'CALLER-1']);
    assert.equal(shown.model?.conversation.steps.length, 2);
  });

  it('says of a step what it sent and got, in a fence that nothing in it ends', () => {
    const fenced = {
      ...call,
      flow_path: [{ type: 'webhook', response: { code: 200, payload: '```\n# not a heading' } }],
    };
    const text = textOf(fenced, { kind: 'step', index: 0 }, 'markdown', 'all');
    assert.match(text, /^````\n```\n# not a heading\n````$/mu);
  });
});
