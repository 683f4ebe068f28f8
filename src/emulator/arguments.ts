import { parseArgs } from 'node:util';
import { faultKinds } from './faults/faults.ts';
import { namedFaults } from './faults/namedFaults.ts';

const defaultKey = 'sample';

export const helpOf = (usage: string): string => `Usage: ${usage} [options]

Serves sessions on 127.0.0.1 as the Insights service does, and prints one line: listening on http://127.0.0.1:PORT

  --port N         listen on this port (default: a free one)
  --sessions FILE  serve the sessions of this file: one JSON document a line, or a list when it is a .json file
                   (default: made-up sample sessions)
  --key KEY        the key that requests must send as X-Vgai-Key (default: ${defaultKey})
  --latency MS     wait this long before each answer
  --jitter MS      and up to this much longer
  --faults NAME    make things go wrong: one of
                   ${wrapped(namedFaults.map(({ id }) => id))}
  --faults FILE    or as this JSON file says: {"seed": 1, "rules": [{"fault": {"kind": "rateLimit"}, "every": 3}]}
                   with fault.kind one of
                   ${wrapped(faultKinds)}
                   and routes, probability, requests, every, times to say when
  --help           print this

Examples:
  ${usage} --port 8080 --key secret
  ${usage} --sessions calls.ndjson --latency 200 --jitter 300
  ${usage} --faults flaky
`;

export interface Arguments {
  readonly help: boolean;
  readonly port: number;
  readonly sessions: string | undefined;
  readonly key: string;
  readonly latency: number;
  readonly jitter: number;
  readonly faults: string | undefined;
}

/** Reads the command line; throws an error whose message is one line when it can not. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      sessions: { type: 'string' },
      key: { type: 'string' },
      latency: { type: 'string' },
      jitter: { type: 'string' },
      faults: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.key === '') throw new Error('--key: expected a key that is not empty');
  return {
    help: values.help ?? false,
    port: wholeNumber('--port', values.port, 65_535),
    sessions: values.sessions,
    key: values.key ?? defaultKey,
    latency: wholeNumber('--latency', values.latency, 3_600_000),
    jitter: wholeNumber('--jitter', values.jitter, 3_600_000),
    faults: values.faults,
  };
}

function wholeNumber(flag: string, text: string | undefined, most: number): number {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${flag}: expected a whole number from 0 to ${most}, got "${text}"`);
  return Number(text);
}

/** Words in lines that fit behind the flags of the help. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines[lines.length - 1] ?? '';
    if (line.length + word.length > 90) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line}, ${word}`;
  }
  return lines.join(`,\n${' '.repeat(19)}`);
}
