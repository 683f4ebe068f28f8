import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { shownAddress } from '../../src/domain/sharing/shownHeaders.ts';
import { newCall, orders } from './support/calls.ts';
import { deepJson, endlessLine, hostileTexts } from './support/hostileTexts.ts';
import { pageTest } from './support/pageTest.ts';
import { replaceTexts } from './support/replaceTexts.ts';
import { seeEverything } from './support/seeEverything.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

/** One step of each kind, with every field that the service fills. */
function smallSession(): unknown {
  const call = newCall();
  call.say('greeting', 'Welcome.', 'greeted');
  call.ask('wish', 'What can I do?', {
    parameter: 'intent',
    type: 'intent',
    said: 'a pizza',
    value: 'order',
    tag: 'order',
  });
  call.set('size', 'large');
  call.webhook('validate', {
    url: `${orders}/validate`,
    verb: 'POST',
    payload: { order: { size: 'large' } },
    code: 502,
    answer: { error: ['UPSTREAM_UNAVAILABLE'] },
    ms: 20,
  });
  call.end();
  return { ...Object(call.record()), parameters: { extra: 'cheese' } };
}

/** Where a text stands, with the text in it. The places are marked, so that one is not taken for another. */
const marked = (text: string, place: string): string => `${text}⟦${place}⟧`;

/** Without these the page would not know what is what; a second round replaces them too. */
const structure =
  /^(?:status|channel|session_(?:start|end)_time|flow_path\.\d+\.(?:type|request_id)|channel_data\..*|transcription\.\d+\.\*)$/u;

/** Places that people look at, as patterns: a hostile text there must be seen, as it is. */
const shown: readonly RegExp[] = [
  /^id$/u,
  /^source$/u,
  /^destination$/u,
  /^agent_information\.name$/u,
  /^transcription\.\d+\.\*$/u,
  /^params_list\.\d+\.(?:name|value)$/u,
  /^parameters\.\*$/u,
  /^tags_list\.\d+\.(?:tag|category)$/u,
  /^flow_path\.\d+\.(?:node_id|request_id)$/u,
  /^flow_path\.\d+\.context\.user_input$/u,
  /^flow_path\.\d+\.context\.execution_parameters\.\d+\.(?:name|value)$/u,
  /^flow_path\.\d+\.context\.altered_parameters\.\d+\.(?:name|value)$/u,
  /^flow_path\.\d+\.tags\.\d+\.tag$/u,
  /^flow_path\.4\.request\.(?:url|verb)$/u,
  /^flow_path\.4\.re(?:quest|sponse)\.payload\{\}\..*$/u,
  /^flow_path\.4\.request\.headers\{\}\..*$/u,
];

describe('hostile text', () => {
  const test = pageTest();

  test('is seen as it is and does nothing, wherever a caller can put it', {
    view: viewOf(smallSession()),
    // Rows are as high as what was said: all of them are to be drawn.
    size: { width: 1_200, height: 3_000 },
  }, async (p) => {
    for (const text of hostileTexts) {
      const places = new Map<string, string>();
      await p.show(
        viewOf(
          replaceTexts(smallSession(), (place, original) => {
            if (structure.test(place)) return original;
            const written = marked(text, place);
            // Of a step's address all is to be seen but its secrets: a cookie, a token.
            places.set(place, place.endsWith('.request.url') ? shownAddress(written) : written);
            return written;
          }),
          { connection: text },
        ),
      );
      const seen = await seeEverything(p);
      const missing = [...places]
        .filter(([place]) => shown.some((pattern) => pattern.test(place)))
        .filter(([, expected]) => !holds(seen, expected))
        .map(([place]) => place);
      assert.deepEqual(missing, [], `not seen: ${JSON.stringify(text)}`);
      assert.doesNotMatch(seen, /[\u202D\u202E]/u, 'letters in another order than they were written in');
      assert.match(await p.copiedBy(() => p.act('copyMarkdown')), /^## /u);
      assertNothingHappened(p, text);
    }
  });

  test('breaks nothing in the places of words that the page understands', {
    view: viewOf(smallSession()),
  }, async (p) => {
    await p.act('toggleRaw');
    for (const text of hostileTexts) {
      // Also as a name of every object, beside its own.
      const document = { ...Object(replaceTexts(smallSession(), () => text)), [text]: text };
      await p.show(viewOf(document, { connection: text }));
      await seeEverything(p);
      assertNothingHappened(p, text);
    }
  });

  const values: readonly (readonly [what: string, json: string])[] = [
    ['numbers beyond all bounds', '1e400'],
    ['a negative zero', '-0'],
    ['no value', 'null'],
    ['a list', '[[], {}, null, "", 0]'],
    ['a prototype', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'],
    [
      'a value that looks like a template',
      '{"_$litType$": 1, "strings": ["<img src=x onerror=canary(1)>"], "values": []}',
    ],
    ['lists within lists, 10,000 deep', deepJson(10_000)],
    ['objects within objects, 10,000 deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ];
  for (const [what, json] of values) {
    test(`survives ${what} in place of every text`, { view: viewOf(smallSession()) }, async (p) => {
      // Its place is marked first, and takes the JSON as a text: not everything can be written from a value.
      const text = JSON.stringify(
        replaceTexts(smallSession(), (place, original) => (structure.test(place) ? original : '@')),
      );
      for (const document of [
        text.replaceAll('"@":', '"@name":').replaceAll('"@"', () => json),
        text.replaceAll('"@"', () => JSON.stringify(json)),
      ]) {
        await p.show(viewOf(document));
        await p.page.getByRole('heading', { level: 1 }).waitFor();
        await seeEverything(p);
        assertNothingHappened(p, what);
      }
    });
  }

  test('survives a line of a million characters in every place', { view: viewOf(smallSession()) }, async (p) => {
    for (const place of ['flow_path.4.response.payload', 'transcription.1', 'flow_path.2.context.user_input', 'id']) {
      const document = replaceTexts(smallSession(), (at, text) => (at.startsWith(place) ? endlessLine : text));
      await p.show(viewOf(document));
      await seeEverything(p);
      assertNothingHappened(p, place);
    }
  });
});

function assertNothingHappened(p: SessionPage, what: string): void {
  assert.deepEqual(p.complaints, [], what);
}

/** Whether the text was seen, plain or as JSON writes it, with what turns the writing direction named. */
function holds(seen: string, text: string): boolean {
  const plain = text.replaceAll('\u202D', '[U+202D]').replaceAll('\u202E', '[U+202E]');
  const json = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return seen.includes(plain.replaceAll(/\p{Surrogate}/gu, '\uFFFD')) || seen.includes(json);
}
