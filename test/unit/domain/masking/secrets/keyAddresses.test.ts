import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { keysInAddresses } from '../../../../../src/domain/masking/secrets/keyAddresses.ts';

/** Each key stands between «». */
const texts = [
  'https://hooks.slack.com/services/«T0ABCDE/B0ABCDE/abcdefGHIJK123»',
  'post to https://hooks.slack.com/services/«T0ABCDE/B0ABCDE/abcdefGHIJK123».',
  '<https://hooks.slack.com/triggers/«T0AB/1234/abcdEFGH»>',
  'https://hooks.slack-gov.com/workflows/«T0AB/A0AB/1234/abcdEFGH»',
  'https://discord.com/api/webhooks/123456789/«abcDEF_ghi-JKL»?wait=true',
  'https://discordapp.com/api/v10/webhooks/123456789/«abcDEF_ghi-JKL»',
  'https://acme.webhook.office.com/webhookb2/«0a1b@2c3d/IncomingWebhook/ab12/33-44»',
  'https://outlook.office.com/webhook/«0a1b@2c3d/IncomingWebhook/ab12/33-44»',
  'https://hooks.zapier.com/hooks/catch/1234567/«b0abcdx»/',
  'https://hook.eu1.make.com/«abcdefghij0123456789»',
  'https://hook.integromat.com/«abcdefghij0123456789», twice',
  'https://maker.ifttt.com/trigger/ordered/with/key/«abcDEF123456»',
  'https://maker.ifttt.com/trigger/ordered/json/with/key/«abcDEF123456»',
  'https://api.telegram.org/bot«123456:ABC-DEF1234ghIkl-zyx»/sendMessage?chat_id=1',
  'https://api.telegram.org/file/bot«123456:ABC-DEF1234ghIkl-zyx»/a.ogg',
  'https://orders.azurewebsites.net/api/find?code=«abcDEF123456==»&name=x',
  'https://orders.azurewebsites.net/api/find?name=x&code=«abcDEF123456==»',
  'two: hooks.slack.com/services/«T0/B0/abcdef» and hooks.zapier.com/hooks/catch/1/«abcdef»',
  'https://hooks.slack.com/',
  'https://slack.com/services/T0ABCDE/B0ABCDE/abcdef',
  'https://myhooks.slack.com.example/services/T0ABCDE/B0ABCDE/abcdef',
  'https://example.com/webhooks/orders/1234567',
  'https://example.com/api/find?code=abcDEF123456',
  'https://discord.com/api/webhooks/123456789',
  'https://api.telegram.org/bots/123456',
];

describe('addresses that are keys', () => {
  for (const marked of texts) {
    it(JSON.stringify(marked), () => {
      const text = marked.replaceAll(/[«»]/gu, '');
      let told = text;
      for (const { start, end } of [...keysInAddresses(text)].sort((a, b) => b.start - a.start))
        told = `${told.slice(0, start)}«${told.slice(start, end)}»${told.slice(end)}`;
      assert.equal(told, marked);
    });
  }

  const key = 'T0ABCDE/B0ABCDE/abcdefGHIJK123';
  const hook = `https://hooks.slack.com/services/${key}`;
  const written: readonly (readonly [string, string])[] = [
    ['JSON with escaped strokes', JSON.stringify({ to: hook }).replaceAll('/', '\\/')],
    ['JSON in JSON', JSON.stringify({ payload: JSON.stringify({ to: hook }) })],
    ['a parameter of another address', `https://example.com/go?to=${encodeURIComponent(hook)}`],
    ['an attribute of XML', `<a href="${hook}">post</a>`],
    ['a command', `curl -d '{}' ${hook}`],
  ];
  for (const [what, text] of written)
    it(`are masked in ${what}`, () => {
      const masked = createMask().text(text);
      assert.doesNotMatch(decodeURIComponent(masked).replaceAll('\\', ''), /abcdefGHIJK123/u, masked);
      assert.match(masked, /slack\.com/u);
    });

  it('take no longer than their text is long', () => {
    const text =
      'azurewebsites.net/?'.repeat(20_000) + 'maker.ifttt.com/trigger/'.repeat(20_000) + 'a.'.repeat(200_000);
    const began = process.cpuUsage();
    keysInAddresses(text);
    const { user } = process.cpuUsage(began);
    assert.ok(user < 2_000_000, `${user} µs`);
  });
});
