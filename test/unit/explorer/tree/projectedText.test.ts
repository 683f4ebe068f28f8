import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { projectedText } from '../../../../src/explorer/tree/projectedText.ts';

const told = (text: string) => projectedText(parseJson(text) as SessionDocument);

describe('what a row says of its session', () => {
  it('is every value that it does not show yet, numbers as they are written', () => {
    assert.deepEqual(
      told('{"id":"1","params":{"a":{"value":1234567890123456789}},"price":12.50,"list":[1.0,null,"x",{}],"no":null}'),
      [
        ['params.a.value', '1234567890123456789'],
        ['price', '12.50'],
        ['list', '1.0, , x'],
      ],
    );
  });

  it('does not repeat what stands above it', () => {
    const agent = '{"name":"Marlow","id":"a1","language":"en"}';
    assert.deepEqual(
      told(`{"agent_information":${agent},"channel_data":{"duration":1,"status_code":0,"call_id":"c"}}`),
      [
        ['agent_information.id', 'a1'],
        ['agent_information.language', 'en'],
        ['channel_data.call_id', 'c'],
      ],
    );
  });

  it('leaves out what is nested too deep', () => {
    assert.deepEqual(told(`{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"b":1}`), [['b', '1']]);
  });
});
