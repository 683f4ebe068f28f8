import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getLocation } from 'jsonc-parser';
import { placeAt } from '../../../../src/domain/json/textPlace.ts';

/** `|` is the cursor. What is taken the place of, in guillemets, with what is known of it; undefined where nothing fits. */
function shown(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeAt(text, offset, getLocation(text, offset));
  if (!place) return undefined;
  const { length, quoted, hasColon, written, rest } = place;
  const end = place.offset + length;
  const piece = `${text.slice(0, place.offset)}«${text.slice(place.offset, end)}»${text.slice(end)}`;
  return [piece, `${written}|${rest}`, quoted && 'quoted', hasColon && 'colon'].filter(Boolean).join(' ; ');
}

describe('the piece of a text that a completion takes the place of', () => {
  const cases: [marked: string, found: string | undefined][] = [
    ['{|}', '{«»} ; |'],
    ['{ | }', '{ «» } ; |'],
    ['{ "|" }', '{ «""» } ; | ; quoted'],
    ['{ "na|me" }', '{ «"name"» } ; na|me ; quoted'],
    ['{ "na|me": 1 }', '{ «"name"»: 1 } ; na|me ; quoted ; colon'],
    ['{ "na|me"\n : 1 }', '{ «"name"»\n : 1 } ; na|me ; quoted ; colon'],
    ['{ "a": "b|c" }', '{ "a": «"bc"» } ; b|c ; quoted'],
    // Behind a closed string nothing more fits; what is not closed goes on.
    ['{ "a": "b"| }', undefined],
    ['{ "a": "b| }', '{ "a": «"b »} ; b|  ; quoted'],
    ['{ "na|,\n"b": 1 }', '{ «"na»,\n"b": 1 } ; na| ; quoted'],
    ['{ "na|', '{ «"na» ; na| ; quoted'],
    ['["a|]', '[«"a»] ; a| ; quoted'],
    // Words and numbers, the cursor at their end too.
    ['{ na|me: 1 }', '{ «name»: 1 } ; na|me ; colon'],
    ['{ na| }', '{ «na» } ; na|'],
    ['[tr|ue]', '[«true»] ; tr|ue'],
    ['[true|]', '[true«»] ; |'],
    ['[fal|se]', '[«false»] ; fal|se'],
    ['[nu|ll]', '[«null»] ; nu|ll'],
    ['[1|2]', '[«12»] ; 1|2'],
    ['[12|]', '[«12»] ; 12|'],
    ['[12, |3]', '[12, «»3] ; |'],
    ['{ "a":| 1 }', '{ "a":«» 1 } ; |'],
    ['{\n  "a": 1,\n  "b|": 2\n}', '{\n  "a": 1,\n  «"b"»: 2\n} ; b| ; quoted ; colon'],
    // Within comments nothing fits, behind one it does.
    ['{ // no|te\n }', undefined],
    ['{ // note|\n }', undefined],
    ['{ /* no|te */ }', undefined],
    ['{ /* note */| }', '{ /* note */«» } ; |'],
    ['{ // note\n| }', '{ // note\n«» } ; |'],
    ['|', '«» ; |'],
  ];
  for (const [marked, found] of cases) it(JSON.stringify(marked), () => assert.equal(shown(marked), found));
});
