import type { Command } from './program/command.ts';

interface NamedCommand {
  readonly name: string;
  readonly summary: string;
  /** What it is made of is loaded when it runs. */
  readonly load: () => Promise<Command>;
}

/** All sub-commands. */
export const commands: readonly NamedCommand[] = [
  {
    name: 'run',
    summary: 'the sessions that queries find, as table, NDJSON, JSON, CSV or count',
    load: async () => (await import('./commands/run.ts')).run,
  },
  {
    name: 'check',
    summary: 'whether the sessions of queries are as these expect',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'lint',
    summary: 'mistakes in query files',
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  {
    name: 'aggregate',
    summary: 'counts and measures over all sessions of a query',
    load: async () => (await import('./commands/aggregate.ts')).aggregate,
  },
  {
    name: 'export',
    summary: 'all sessions of a query, into a file',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'archive',
    summary: 'all sessions of queries, into an archive in OpenSearch or Elasticsearch',
    load: async () => (await import('./commands/archive.ts')).archive,
  },
  {
    name: 'find',
    summary: 'a session by its ID, or sessions by a phone number',
    load: async () => (await import('./commands/find.ts')).find,
  },
  {
    name: 'show',
    summary: 'a session as text: what was said, what ran, what failed',
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    name: 'completion',
    summary: 'a script that completes what is typed, for bash, zsh, fish or PowerShell',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  {
    name: 'emulator',
    summary: 'the Insights service on this machine',
    load: async () => (await import('./commands/emulator.ts')).emulator,
  },
];
