import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../src/domain/masking/mask.ts';

const secret = 'hunter2x';

/** Texts with a document somewhere in them that holds a secret. */
const covered: readonly string[] = [
  `Subject: [["password","${secret}"]]`,
  `Response was {"token":"${secret}"} after 3 tries`,
  `body=<a><password>${secret}</password></a>;`,
  `2026-11-30 10:00:01 INFO request {"id":1} response [{"name":"pin","value":"${secret}"}] done`,
  `a [["x","y"]] b [["api_key","${secret}"]] c`,
  `{"a":1} then [["password","${secret}"]]`,
  `it's [["password","${secret}"]] isn't it`,
  `say "hi [["password","${secret}"]]`,
  `say ["hi and then [["password","${secret}"]]`,
  `Response: {\\"headers\\":[[\\"X-Api-Key\\",\\"${secret}\\"]]} ok`,
  `got {'headers': [('X-Api-Key', '${secret}')]} from server`,
  `Headers([('Content-Type', 'text/xml'), ('X-Api-Key', '${secret}')])`,
  `payload=%5B%5B%22password%22%2C%22${secret}%22%5D%5D&x=1`,
  `log: [[&quot;password&quot;,&quot;${secret}&quot;]]`,
  `cut off: [["password","${secret}"],["pin","12`,
  `cut off [["a","b"],["password","${secret}`,
  `<x>Data: [["password","${secret}"]]</x>`,
  `<![CDATA[Data: [["password","${secret}"]] ]]>`,
  `data: {"a":1}\n\ndata: [["password","${secret}"]]\n`,
  `curl -d '[["password","${secret}"]]' https://a.example`,
  `POST /x HTTP/1.1\r\nContent-Type: application/json\r\n\r\n[{"name":"password","value":"${secret}"}]`,
  `msg {"value":"${secret}","name":"pin"} end`,
  `msg {"parameters":[{"label":"PIN","answer":"${secret}"}]} end`,
  `x = {"secrets": {"deep": [{"er": "${secret}"}]}} y`,
  `# Title\n\n\`\`\`json\n[["password","${secret}"]]\n\`\`\`\n`,
  `for(;;);[["password","${secret}"]]`,
  `42["login",{"name":"password","value":"${secret}"}]`,
  `[12:00:01] {"args":[["password","${secret}"]]}`,
  `[main] <password>${secret}</password>`,
  `{"a":"b"} and <c name="password" value="${secret}"/>`,
  `[["a","b"]] and <password>${secret}</password>`,
  `#<Hash {"password"=>["${secret}"]}>`,
  `x [\n  [\n    "password",\n    "${secret}"\n  ]\n] y`,
  `ok {"a":"[[\\"password\\",\\"${secret}\\"]]"} ok`,
  `log {"password":"it\\"s ${secret}"} ok`,
  `credentials: {"note":"a \\"b\\"","other":"${secret}"} ok`,
  `line {"key":"pin","type":"string","value":{"stringValue":"${secret}"}} line`,
];

const json = JSON.stringify;
/** Where a text is met: by itself, in what was said, and in a payload of a session. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a text': (text) => createMask().text(text),
  'what was said': (text) => createMask().session(json({ transcription: [{ user: text }] })),
  'a payload': (text) => createMask().session(json({ id: 'x', flow_path: [{ request: { payload: text } }] })),
  'a text in base64': (text) => createMask().text(`state ${Buffer.from(text).toString('base64')} end`),
};

describe('a document within a text', () => {
  for (const text of covered) {
    it(`is covered: ${text}`, () => {
      for (const [place, mask] of Object.entries(places)) {
        const masked = mask(text);
        assert.ok(!masked.includes(secret), `${place}: ${masked}`);
        assert.ok(!masked.includes(Buffer.from(secret).toString('base64').slice(1, 9)), `${place}: ${masked}`);
      }
    });
  }

  const numbers: readonly (readonly [text: string, masked: string])[] = [
    ['log {"n":447700900123} y', 'log {"n":"CALLER-1"} y'],
    ['n {"msisdn":4.47700900123e11} y', 'n {"msisdn":"CALLER-1"} y'],
    ['to ["+44","7700","900123"] y', 'to ["CALLER-1","CALLER-1","CALLER-1"] y'],
    [
      'x {"country":"+44","area":"7700","number":"900123"} y',
      'x {"country":"CALLER-1","area":"CALLER-1","number":"CALLER-1"} y',
    ],
    ['x {"token":5,"in":{"pin":1234}} y', 'x {"token":"TOKEN-1","in":{"pin":"TOKEN-2"}} y'],
    ['x {"password":"foo\\"bar"} y', 'x {"password":"TOKEN-1"} y'],
  ];
  for (const [text, masked] of numbers) {
    it(`stays one: ${text}`, () => assert.equal(createMask().text(text), masked));
  }

  const harmless: readonly string[] = [
    'see [1] and {name}',
    'as in ["a","b"] and [{"x":1}] of the list',
    'call foo["bar"] then {"code":200,"ms":1234} ok',
    'Use {"name":"city","value":"Paris"} here',
    'the ["order","AB-1234"] of 2026-11-30',
    'say ["hi and then nothing',
    'I said {"it\'s fine"} ok',
    '[INFO] started ["worker-1"] in 1500 ms, a < b',
    `don't ["do"] that's`,
    "const a = ['token', 'x'];",
    'columns: ["password", "email"] are required',
    '{"message": "registered SPEAK action for session_id: b22d7205-f72a-411e-a33e-7c294f2479bc"} ok',
    'json [["a",null],["token",null]] ok',
    'errors: [{"field":"name","code":"too_short"}] x',
    'v ["1200","1300","1400","1500"] w',
    'times [{"ts":1764500000000}] w',
    `{'a': '<password>'}`,
    'Settings -> Password -> Change',
    'from x to y: {"name":"city","from":"Paris","to":"Rome"}',
  ];
  for (const text of harmless) {
    it(`stays letter by letter: ${text}`, () => {
      assert.equal(createMask().text(text), text);
      assert.equal(createMask().session(json({ text })), json({ text }));
    });
  }
});
