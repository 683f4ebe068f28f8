import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';

const cases: readonly (readonly [text: string, masked: string])[] = [
  ['<r><password>hunter2</password><b>plain</b></r>', '<r><password>TOKEN-1</password><b>plain</b></r>'],
  // What is empty holds nothing, and ends nothing.
  ['<r><password/><b>plain</b></r>', '<r><password/><b>plain</b></r>'],
  ['<r><password x="1"/><b>plain</b></r>', '<r><password x="1"/><b>plain</b></r>'],
  ['<password>hunter2<password x="1"/>hunter3</password>', '<password>TOKEN-1<password x="1"/>TOKEN-2</password>'],
  ['<password><![CDATA[hunter2]]></password>', '<password><![CDATA[TOKEN-1]]></password>'],
  ['<password><a>hunter2</a></password> after', '<password><a>TOKEN-1</a></password> after'],
];
for (const [text, masked] of cases) it(`is masked: ${text}`, () => assert.equal(createMask().text(text), masked));
