import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InsightsErrorCode } from '../../src/api/client/insightsErrors.ts';
import type { ConnectionProblemCode } from '../../src/host/errors/connectionProblem.ts';
import { ConnectionProblem, UnreadableFile } from '../../src/host/errors/connectionProblem.ts';
import { wordsOfError } from '../../src/host/errors/wordsOfError.ts';
import { faultMatrix } from '../unit/api/client/faultMatrix.ts';
import { meetFault } from '../unit/api/client/meetFault.ts';
import { wireFaults } from '../unit/api/client/wireFaults.ts';
import { withEmulator } from '../unit/api/search/emulated.ts';

/** Fails to compile when a code is added that the table has no row for. */
const everyCode: Readonly<Record<InsightsErrorCode, true>> = {
  unauthorized: true,
  notFound: true,
  refused: true,
  rateLimited: true,
  serverError: true,
  timedOut: true,
  unreachable: true,
  proxy: true,
  certificate: true,
  notJson: true,
  malformedAnswer: true,
  unreadableAnswer: true,
  redirected: true,
  cancelled: true,
};

const edit = ['insights.editConnection', 'live'];
const problems: Readonly<Record<ConnectionProblemCode, readonly [happened: RegExp, button?: readonly string[]]>> = {
  unknown: [/no connection named "live"/, ['insights.addConnection', 'live']],
  untrusted: [/until you trust this workspace/, ['workbench.trust.manage']],
  untrustedDefinition: [/"live" is defined by this workspace: trust it/, ['workbench.trust.manage']],
  notAllowed: [/requests to "live", .* wait until you allow them/, ['insights.verifyConnection', 'live']],
  noKey: [/"live" has no API key/, ['insights.setApiKey', 'live']],
  noPassword: [/"live" has no password/, ['insights.setApiKey', 'live']],
  badIndex: [/"live" has an invalid index name, "what stands there"/, edit],
  badSignIn: [/"live" has an unknown way to sign in, "what stands there"/, edit],
  noUser: [/"live" signs in with a password, and names no user/, edit],
  noAddress: [/names no region, base URL, file or archive/, edit],
  badAddress: [/"what stands there" of "live" is not one that requests can go to/, edit],
  userInAddress: [/address of "live" names a user or a password/, edit],
  badRegion: [/"live" has an unknown region, "what stands there"\. Use eu or us/, edit],
  noText: [/^"what stands there" of the connection "live" must be a text/, edit],
  noList: [/^live must hold connections by their names: /, ['workbench.action.openSettings', 'live']],
  severalPlaces: [/"live" says more than once where its sessions are/, edit],
  notHttps: [/must start with https/, edit],
  reservedName: [/give your connection another name/, edit],
  unreadableFile: [/can’t be read as exported sessions/, edit],
  ended: [/process that served "live" has ended.* starts anew when you run a query again/],
  cancelled: [/Cancelled/],
  changed: [/"live" stands for has changed .*: run the query again/],
};

describe('what people read of a failure', () => {
  let commands: readonly string[];

  before(async () => {
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
    commands = await vscode.commands.getCommands();
  });

  function check(
    error: Error,
    {
      says,
      button,
      named = (text) => text,
    }: { says: readonly RegExp[]; button: readonly string[] | undefined; named?: (text: string) => string },
  ): void {
    const { sentence, action } = wordsOfError(error, 'live');
    for (const pattern of says) assert.match(named(sentence), pattern);
    // One line, ended as a sentence is, no object or gap in it; what the service said is quoted as it is.
    assert.match(sentence, /^\S[^\n]*(\.|It said: .+)$/u);
    assert.doesNotMatch(sentence, /undefined|\[object|\{\d\}|\b1 \w+s\b/u);
    assert.deepEqual(action && [action.command, ...(action.arguments ?? [])], button);
    if (!action) return;
    assert.notEqual(action.title, '');
    assert.ok(commands.includes(action.command), `there is a command ${action.command}`);
  }

  for (const fault of wireFaults) {
    it(`${fault.name}: ${fault.button?.[0] ?? 'no button'}`, async () => {
      const { error, named } = await meetFault(fault);
      assert.ok(error instanceof Error);
      check(error, { says: [fault.says], button: fault.button, named });
    });
  }

  it('of what is cancelled too', async () => {
    const signal = AbortSignal.abort();
    await withEmulator({}, async ({ client }) => {
      const error = await client.search([], signal).catch((thrown: unknown) => thrown);
      check(error as Error, { says: [/^Cancelled\.$/], button: undefined });
    });
  });

  it('is held on the wire for every failure there is', () => {
    const met = new Set([
      ...wireFaults.map(({ facts }) => facts.code),
      ...faultMatrix.flatMap(({ read, delete: deletion }) => [read[0], deletion[0]]),
      'cancelled',
    ]);
    assert.deepEqual(
      Object.keys(everyCode).filter((code) => !met.has(code)),
      [],
    );
  });

  for (const [code, [happened, button]] of Object.entries(problems)) {
    it(`${code}: ${button?.[0] ?? 'no button'}`, () =>
      check(new ConnectionProblem(code as ConnectionProblemCode, 'live', 'what stands there'), {
        says: [happened],
        button,
      }));
  }

  const coded = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });
  const ofFiles: readonly (readonly [cause: Error, happened: RegExp])[] = [
    [coded('ENOENT'), /^The file of "live" doesn’t exist: \/a\.ndjson\.$/],
    [coded('EACCES'), /permission to read .* \/a\.ndjson/],
    [coded('directory'), /names a folder.* \/a\.ndjson/],
    [coded('notRegular'), /names a pipe or a device.* \/a\.ndjson/],
    [coded('empty'), /is empty: \/a\.ndjson/],
    [coded('tooLarge'), /too large for this machine’s memory\. Split it/],
    [coded('ERR_STRING_TOO_LONG'), /too large.*one session on each line/],
    [coded('outOfMemory'), /isn’t enough memory .*Split it/],
    [coded('silent'), /doesn’t respond\. Check whether/],
    [coded('died', 'SIGKILL'), /ended unexpectedly \(SIGKILL\): run the query again/],
    [new Error('a.ndjson, line 3: expected a session, a JSON object'), /exported sessions \(a\.ndjson, line 3: .+\)/],
  ];
  for (const [cause, happened] of ofFiles) {
    it(`of a file, ${'code' in cause ? cause.code : cause.message}`, () =>
      check(new UnreadableFile('live', '/a.ndjson', cause), { says: [happened], button: edit }));
  }

  it('of a process that ended tells why', () => {
    const ended = (cause: Error) => new ConnectionProblem('ended', 'live', cause);
    check(ended(coded('outOfMemory')), { says: [/didn’t have enough memory/], button: undefined });
    check(ended(coded('died', 'SIGKILL')), { says: [/unexpectedly \(SIGKILL\)/], button: undefined });
  });

  it('of anything else too', () =>
    check(new TypeError('it broke.'), { says: [/Something went wrong: it broke/], button: ['insights.showLog'] }));
});
