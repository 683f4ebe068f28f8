import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSessionFacts } from '../../../../../src/domain/session/sessionFacts.ts';
import { aboutStep } from '../../../../../webview/parts/steps/stepLabel.ts';
import { formatFact } from '../../../../../webview/session/facts/formatFact.ts';

describe('a fact as people read it', () => {
  const cases: [path: string, value: unknown, shown: string][] = [
    ['session_start_time', '2020-10-08T17:09:27.758983', '2020-10-08T17:09:27.758983 UTC'],
    ['session_start_time', '2020-10-08T17:09:27Z', '2020-10-08T17:09:27Z'],
    ['session_start_time', '2020-10-08T17:09:27+02:00', '2020-10-08T17:09:27+02:00'],
    ['session_start_time', '2020-10-08', '2020-10-08 UTC'],
    ['session_start_time', '2020-10-08 17:09:27+00', '2020-10-08 17:09:27+00'],
    ['session_start_time', '2020-02-30', '2020-02-30'],
    ['session_start_time', 'last week', 'last week'],
    ['channel_data.duration', '27000', '27 s (27000 ms)'],
    ['channel_data.duration', 64_500, '1 min 5 s (64500 ms)'],
    ['channel_data.duration', 400, '400 ms'],
    ['channel_data.duration', 0, '0 ms'],
    ['channel_data.duration', 59_960, '1 min 0 s (59960 ms)'],
    ['channel_data.duration', 'a while', 'a while'],
    ['source', '447700900123', '447700900123'],
    ['novelty', 27_000, '27000'],
  ];
  for (const [path, value, shown] of cases) {
    it(`${path} ${JSON.stringify(value)}`, () => {
      const [name, inner] = path.split('.');
      const document = { [String(name)]: inner === undefined ? value : { [inner]: value } };
      assert.deepEqual(readSessionFacts(document).map(formatFact), [shown]);
    });
  }
});

describe('what tells a step from others', () => {
  const cases: [step: Parameters<typeof aboutStep>[0], about: string][] = [
    [{ spoken: 'Hello', url: 'https://x.example/a' }, 'Hello'],
    [{ userInput: 'a pizza' }, 'a pizza'],
    [{ url: 'https://orders.example/v2/find/7' }, '/v2/find/7 · orders.example'],
    [{ url: 'https://orders.example/v2/find?id=7' }, '/v2/find•••••• · orders.example'],
    [{ url: 'HTTP://orders.example:8080/' }, 'orders.example:8080'],
    [{ url: 'https://orders.example' }, 'orders.example'],
    [{ url: 'javascript:alert(1)' }, '••••••'],
    [{ url: '' }, ''],
    [{}, ''],
  ];
  for (const [step, about] of cases) it(JSON.stringify(step), () => assert.equal(aboutStep(step), about));
});
