import type { Options } from './help.ts';

const connection = "a connection of the workspace's or the user's settings, or sample";

/** Where sessions come from. */
export const connectionOptions = {
  connection: {
    type: 'string',
    value: 'NAME',
    help: `${connection}\n(default: the active one of the settings)`,
  },
  region: { type: 'string', value: 'REGION', words: ['eu', 'us'], help: "the service's own address: eu or us" },
  url: { type: 'string', value: 'URL', help: 'the service at this address' },
  file: { type: 'string', value: 'FILE', help: 'a file of exported sessions' },
  unmasked: { type: 'boolean', help: 'leave phone numbers, e-mail addresses and tokens as they are' },
} as const satisfies Options;

/** Which sessions. */
export const rangeOptions = {
  from: { type: 'string', value: 'DATE', help: 'begin here: 2026-01-31, now-7d/d, git:v2.3.0' },
  to: { type: 'string', value: 'DATE', help: 'end here' },
} as const satisfies Options;

/** Where the sessions of a query come from, and which: over what the query says. */
export const queryOptions = {
  ...connectionOptions,
  connection: {
    ...connectionOptions.connection,
    help: `${connection}\n(default: what the query names, else the active one of the settings)`,
  },
  file: { ...connectionOptions.file, help: 'a file of exported sessions; all of them, unless --from or --to is given' },
  ...rangeOptions,
  from: { ...rangeOptions.from, help: 'begin here, whatever the query says: 2026-01-31, now-7d/d, git:v2.3.0' },
  input: { type: 'string', multiple: true, value: 'ID=VALUE', help: "the value of one of the query's inputs" },
} as const satisfies Options;

export const keyNotes = `The key of the API comes from INSIGHTS_API_KEY_NAME (NAME as the connection's, in capitals, with _ for all
else), or from INSIGHTS_API_KEY. The latter is not sent to an address that only a workspace's settings name.`;
