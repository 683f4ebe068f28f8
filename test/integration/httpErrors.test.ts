import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as errors from '../../src/api/client/insightsErrors.ts';
import type { ConnectionProblemCode } from '../../src/host/errors/connectionProblem.ts';
import { ConnectionProblem } from '../../src/host/errors/connectionProblem.ts';
import { wordsOfError } from '../../src/host/errors/errorWords.ts';

const answer = (status: number, text = '') => ({ status, contentType: 'application/json', text });
const settingsOf = (name: string) => ['workbench.action.openSettings', name];

/** What people read of each failure: what happened, what to do, and the command of the button with what it acts on. */
const failures: [failure: errors.InsightsFailure, happened: RegExp, toDo: RegExp, button?: readonly string[]][] = [
  [
    new errors.Unauthorized(answer(401), 'key'),
    /refused the API key/,
    /set the one of this account and region/,
    ['insights.setApiKey', 'live'],
  ],
  [
    new errors.Unauthorized(answer(401, 'bad sort'), 'query'),
    /refused the query; the key is good/,
    /It said: bad sort/,
  ],
  [
    new errors.Unauthorized(answer(401), 'undecided'),
    /refused the request \(401\)/,
    /the key or the query/,
    ['insights.setApiKey', 'live'],
  ],
  [
    new errors.NotFound(answer(404), 'session'),
    /No session has that id/,
    /another connection/,
    ['insights.switchConnection'],
  ],
  [
    new errors.NotFound(answer(404), 'service'),
    /no Insights service/,
    /at that address/,
    ['insights.editConnection', 'live'],
  ],
  [
    new errors.Refused(answer(400, 'page_size is too large')),
    /refused the request \(400\)/,
    /It said: page_size is too large/,
  ],
  [new errors.RateLimited(answer(429), 30), /too many requests/, /try again in 30 seconds/],
  [new errors.RateLimited(answer(429), undefined), /too many requests/, /try again in a while/],
  [
    new errors.ServerError(answer(503, 'maintenance'), true),
    /failed \(503\), also when asked again/,
    /try it later.* It said: maintenance/,
  ],
  [new errors.ServerError(answer(501), false), /The service failed \(501\)/, /^(?!.*asked again).*try it later/],
  [new errors.NotJson(answer(200, 'Sign in')), /no JSON/, /proxy.* It said: Sign in/],
  [new errors.NotJson(answer(200)), /was empty/, /run it again/, ['insights.showLog']],
  [new errors.MalformedAnswer(answer(200), 'truncated'), /ended in the middle/, /run it again/, ['insights.showLog']],
  [
    new errors.MalformedAnswer(answer(200), 'shape'),
    /not what the Insights service/,
    /see the address/,
    ['insights.showLog'],
  ],
  [new errors.MalformedAnswer(answer(200), 'otherSession'), /another session/, /not shown/, ['insights.showLog']],
  [
    new errors.Redirected('https://a.example', 'https://b.example'),
    /https:\/\/b\.example/,
    /key stays here/,
    ['insights.editConnection', 'live'],
  ],
  [
    new errors.TimedOut(60_000, true),
    /within 60 seconds/,
    /ask for less.* wait longer/,
    settingsOf('insights.request.timeout'),
  ],
  [
    new errors.TimedOut(60_000, false),
    /within 60 seconds/,
    /^(?!.*ask for less).*address of the connection.* proxy, or wait longer/,
    settingsOf('insights.request.timeout'),
  ],
  [
    new errors.Unreachable('a.example', 'ENOTFOUND'),
    /a\.example cannot be reached \(ENOTFOUND\)/,
    /network.*address/,
    ['insights.editConnection', 'live'],
  ],
  [
    new errors.ProxyError('a.example', '407'),
    /proxy wants a user and a password/,
    /a\.example/,
    settingsOf('http.proxy'),
  ],
  [new errors.ProxyError('a.example', 'ECONNREFUSED'), /proxy does not let/, /ECONNREFUSED/, settingsOf('http.proxy')],
  [
    new errors.CertificateError('a.example', 'SELF_SIGNED_CERT_IN_CHAIN'),
    /certificate of a\.example is not trusted/,
    /add the one of your company/,
    settingsOf('http.systemCertificates'),
  ],
  [new errors.Cancelled(), /Cancelled/, /./],
];

/** Fails to compile when a code is added that the table has no row for. */
const everyCode: Readonly<Record<errors.InsightsErrorCode, true>> = {
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
  noAddress: [/names no region, base URL or file/, edit],
  badAddress: [/"what stands there" of "live" is not an address/, edit],
  badRegion: [/region "what stands there" of "live" is not one: there are eu and us/, edit],
  severalPlaces: [/"live" says more than once where its sessions are/, edit],
  notHttps: [/must start with https/, edit],
  reservedName: [/give your connection another name/, edit],
  unreadableFile: [/cannot be read as exported sessions/, edit],
  changed: [/"live" stands for has changed .*: run the query again/],
};

describe('what people read of a failure', () => {
  let commands: readonly string[];

  before(async () => {
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
    commands = await vscode.commands.getCommands();
  });

  function check(error: Error, patterns: readonly RegExp[], button: readonly string[] | undefined): void {
    const { sentence, action } = wordsOfError(error, 'live');
    for (const pattern of patterns) assert.match(sentence, pattern);
    // One line, ended as a sentence is, no object or gap in it; what the service said is quoted as it is.
    assert.match(sentence, /^\S[^\n]*(\.|It said: .+)$/u);
    assert.doesNotMatch(sentence, /undefined|\[object|\{\d\}/u);
    assert.deepEqual(action && [action.command, ...(action.arguments ?? [])], button);
    if (!action) return;
    assert.notEqual(action.title, '');
    assert.ok(commands.includes(action.command), `there is a command ${action.command}`);
  }

  for (const [failure, happened, toDo, button] of failures) {
    it(`${failure.code}, ${failure.message}: ${button?.[0] ?? 'no button'}`, () =>
      check(failure, [happened, toDo], button));
  }

  it('has a row for every failure there is', () => {
    assert.deepEqual([...new Set(failures.map(([{ code }]) => code))].sort(), Object.keys(everyCode).sort());
  });

  for (const [code, [happened, button]] of Object.entries(problems)) {
    it(`${code}: ${button?.[0] ?? 'no button'}`, () =>
      check(new ConnectionProblem(code as ConnectionProblemCode, 'live', 'what stands there'), [happened], button));
  }

  it('of a file says whether it is there, and what is wrong in it', () => {
    const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: '/a.ndjson' });
    check(
      new ConnectionProblem('unreadableFile', 'live', missing),
      [/^The file of "live" is not there: \/a\.ndjson\.$/],
      edit,
    );
    const broken = new Error('a.ndjson, line 3: expected a session, a JSON object');
    check(
      new ConnectionProblem('unreadableFile', 'live', broken),
      [/exported sessions \(a\.ndjson, line 3: .+\)/],
      edit,
    );
  });

  it('of anything else too', () =>
    check(new TypeError('it broke.'), [/Something went wrong: it broke/], ['insights.showLog']));
});
