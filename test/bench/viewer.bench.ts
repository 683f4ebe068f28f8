import { createMask } from '../../src/domain/masking/mask.ts';
import { readConversation } from '../../src/domain/session/conversation.ts';
import { readSteps } from '../../src/domain/session/steps.ts';
import { readContent, readModel } from '../../webview/session/model/model.ts';
import { SessionSearch } from '../../webview/session/model/search.ts';

/** A session of 2,000 steps and about 5 MB: turns of four steps, each webhook with an answer of 8 kB. */
function largeSession(): unknown {
  const turns = Array.from({ length: 500 }, (_, turn) => turn);
  return {
    id: 'large',
    source: '972523656841',
    transcription: turns.flatMap((turn) => [{ user: `I said ${turn % 40}` }, { a1: `You said ${turn % 40}` }]),
    flow_path: turns.flatMap((turn) => {
      const context = {
        user_input: undefined as string | undefined,
        execution_parameters: Array.from({ length: 8 }, (_, index) => ({
          name: `PARAMETER.${index}`,
          value: `${index === turn % 8 ? turn : 0}`,
        })),
      };
      const step = { request_id: `r${turn}`, execution_time: turn, context };
      const items = Array.from({ length: 80 }, (_, item) => ({ item, name: `Item ${item}`, words: 'a'.repeat(60) }));
      return [
        { ...step, type: 'param_completion', context: { ...context, user_input: `I said ${turn % 40}` } },
        {
          ...step,
          type: 'webhook',
          request: { verb: 'POST', url: 'https://orders.example/validate', payload: JSON.stringify({ turn }) },
          response: { code: turn % 50 === 0 ? 502 : 200, payload: JSON.stringify({ items }) },
        },
        { ...step, type: 'speak', request: { payload: JSON.stringify({ text: `You said ${turn % 40}` }) } },
        { ...step, type: 'start' },
      ];
    }),
  };
}

/** The middle one of many, in milliseconds. */
function median(run: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[7] ?? 0;
}

function print(what: string, milliseconds: number): void {
  console.log(`session, 2,000 steps, ${what}, ms: ${milliseconds.toFixed(1)}`);
}

const document = largeSession();
const text = `${JSON.stringify(document, null, 2)}\n`;
const bytes = new TextEncoder().encode(text);
const model = readModel(document);
const once = performance.now();
readContent({ type: 'document', bytes, partial: false });
const first = performance.now() - once;
const parse = median(() => JSON.parse(text));
const read = median(() => readContent({ type: 'document', bytes, partial: false }));
console.log(`session, 2,000 steps, size, MB: ${(bytes.byteLength / 1_000_000).toFixed(1)}`);
print('JSON.parse alone', parse);
print(
  'JSON.stringify for the file',
  median(() => new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)),
);
print(
  'decode',
  median(() => new TextDecoder().decode(bytes)),
);
print(
  'steps',
  median(() => readSteps(document)),
);
print(
  'conversation',
  median(() => readConversation(document)),
);
print(
  'model',
  median(() => readModel(document)),
);
print('all the page reads, first time', first);
print('all the page reads', read);
console.log(`session, 2,000 steps, over JSON.parse alone: ${(read / parse).toFixed(1)}`);
print(
  'first search',
  median(() => new SessionSearch(model).find('nothing like that')),
);
const search = new SessionSearch(model);
search.find('warm');
print(
  'each further search',
  median(() => search.find('nothing like that either')),
);
print(
  'masking all of it',
  median(() => createMask({ caller: '972523656841' }).text(text)),
);
