import assert from 'node:assert/strict';
import { it } from 'node:test';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import { isPassing, isRefusal, mayBeTooMuch } from '../../../../src/api/reading/failureKinds.ts';

/** Facts that no failure is made of by itself: a connection's, an answer's. */
const failure = (facts: object): unknown => Object.assign(Object.create(InsightsError.prototype), facts);
const all = [
  ...['unauthorized', 'notFound', 'refused', 'rateLimited', 'serverError', 'timedOut', 'unreachable', 'certificate'],
  ...['notJson', 'malformedAnswer', 'redirected', 'cancelled'],
].map((code) => ({ code }));
const unreadable = ['unknownPacking', 'unknownCharset', 'tooLarge', 'cutShort'].map((problem) => ({
  code: 'unreadableAnswer',
  problem,
}));
const proxies = ['cannotReach', 'stalls', 'refuses'].map((problem) => ({ code: 'proxy', problem }));
const failures: readonly { readonly code: string; readonly problem?: string }[] = [...all, ...unreadable, ...proxies];
const those = (kind: (error: unknown) => boolean): readonly string[] =>
  failures.flatMap((facts) => (kind(failure(facts)) ? [facts.problem ?? facts.code] : []));

it('knows which failures pass', () => {
  const passing = ['rateLimited', 'serverError', 'timedOut', 'unreachable', 'notJson', 'malformedAnswer'];
  assert.deepEqual(those(isPassing), [...passing, 'tooLarge', 'cutShort', 'cannotReach', 'stalls']);
  // An archive says it itself.
  const archive = (passes: unknown) => Object.assign(new Error('archive'), { passes });
  assert.deepEqual(
    [archive(true), archive(false), archive('yes'), new Error('other'), { passes: true }].map(isPassing),
    [true, false, false, false, false],
  );
});

it('takes a refusal for now for one that passes, and not for one of the question', () => {
  const forNow = failure({ code: 'refused', retryAfterSeconds: 5 });
  assert.deepEqual([isPassing(forNow), isRefusal(forNow)], [true, false]);
});

it('knows after which failures less may come', () => {
  assert.deepEqual(those(mayBeTooMuch), ['serverError', 'timedOut', 'malformedAnswer', 'tooLarge']);
  assert.equal(mayBeTooMuch({ code: 'timedOut' }), false);
});

it('knows which failures another form of the question may not have', () => {
  assert.deepEqual(those(isRefusal), ['refused']);
  assert.equal(isRefusal(failure({ code: 'unauthorized', refused: 'query' })), true);
  assert.equal(isRefusal(failure({ code: 'unauthorized', refused: 'key' })), false);
  assert.equal(isRefusal(failure({ code: 'serverError', refused: 'query' })), false);
  assert.equal(isRefusal({ code: 'refused' }), false);
});
