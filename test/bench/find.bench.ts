import { readLookup } from '../../src/domain/find/readLookup.ts';
import { SessionIndex } from '../../src/domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../src/domain/session/session.ts';

// Finding while one types among 100,000 loaded sessions: the longest that a key waits (budget 50 ms), and a slice of reading them before.
const count = 100_000;
const newest = Date.parse('2026-11-23T10:30:00Z');
const agents = ['Marlow Coffee Orders', 'Northgate Bank Assistant', 'Hillside Clinic Front Desk'];

const sessions = Array.from({ length: count }, (_, at) => ({
  connection: 'production',
  session: {
    id: `${at.toString(16).padStart(8, '0')}-7bc1-41a0-b0a6-0cccc30cbc36`,
    session_start_time: new Date(newest - at * 1000).toISOString().slice(0, 23),
    source: `44770${String((at * 7919) % 10_000_000).padStart(7, '0')}`,
    destination: '442071234567',
    agent_information: { name: agents[at % agents.length] },
    channel_data: { status_code: at % 3 === 0 ? 200 : 0, duration: 61_000 },
    tags_list: [{ tag: `tag-${at % 50}`, count: 1 }],
  } as unknown as SessionDocument,
}));

// In no order, as sessions of several queries are.
const mixed = sessions.map((_, at) => sessions[(at * 7919) % count] as (typeof sessions)[number]);
const started = performance.now();
const index = new SessionIndex(mixed);
let slice = performance.now() - started;
while (!index.isReady) {
  const start = performance.now();
  index.readUntil(start + 8, () => performance.now());
  slice = Math.max(slice, performance.now() - start);
}
console.log(`find, ${count} loaded, read in slices, ms: ${(performance.now() - started).toFixed(0)}`);
console.log(`find, ${count} loaded, longest slice, ms: ${slice.toFixed(1)}`);

// Typed letter by letter; the last of each finds nothing, which takes the longest. The best of three: others use the machine, too.
let longest = 0;
for (const text of ['+44 7709999999x', '#tag-77', '@nobody', 'money back', '000186ff-nothing', 'order=17 #tag-7']) {
  for (let end = 1; end <= text.length; end++) {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      index.search(readLookup(text.slice(0, end)), { range: undefined, most: 50 });
      return performance.now() - start;
    });
    longest = Math.max(longest, Math.min(...times));
  }
}
console.log(`find, ${count} loaded, longest key, ms (budget 50): ${longest.toFixed(1)}`);
