import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';

const json = JSON.stringify;

/** Where a text is met: each masks it, and gives back the text. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a text': (text) => createMask().text(text),
  'a body': (text) => payloadOf(createMask().session(json({ id: 'x', flow_path: [{ request: { payload: text } }] }))),
  'a parameter': (text) => parameterOf(createMask().session(json({ params_list: [{ name: 'rows', value: text }] }))),
  'JSON within a body': (text) =>
    (
      JSON.parse(
        payloadOf(createMask().session(json({ flow_path: [{ request: { payload: json({ body: text }) } }] }))),
      ) as { readonly body: string }
    ).body,
};

function payloadOf(session: string): string {
  const { flow_path } = JSON.parse(session) as { flow_path: [{ request: { payload: string } }] };
  return flow_path[0].request.payload;
}

function parameterOf(session: string): string {
  return (JSON.parse(session) as { params_list: [{ value: string }] }).params_list[0].value;
}

/** Tests that each text is masked so wherever it is met, and masked no further. */
export function comesOutAs(cases: readonly (readonly [text: string, masked: string])[]): void {
  for (const [text, masked] of cases) {
    it(`is ${json(masked)}`, () => {
      for (const [place, mask] of Object.entries(places)) assert.equal(mask(text), masked, place);
      assert.equal(createMask().text(masked), masked, 'what is masked already is masked no further');
    });
  }
}

/** Tests that each text stays as it is wherever it is met. */
export function stays(texts: readonly string[]): void {
  for (const text of texts) {
    it(`stays letter by letter: ${json(text)}`, () => {
      for (const [place, mask] of Object.entries(places)) assert.equal(mask(text), text, place);
    });
  }
}
