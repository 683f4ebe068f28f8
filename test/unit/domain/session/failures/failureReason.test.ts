import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureReason } from '../../../../../src/domain/session/failures/failureReason.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';

function reasonOf(payload: unknown, { code = 500, message }: { code?: number; message?: string } = {}): string {
  const [step] = readSteps({
    flow_path: [{ type: 'webhook', response: { code, payload }, context: { status: { message } } }],
  });
  assert.ok(step);
  return failureReason(step);
}

describe('why a step failed', () => {
  const cases: [what: string, payload: unknown, reason: string][] = [
    ['a message before a code word', '{"error":"not_found","message":"No such order"}', 'No such order'],
    ['an error alone', '{"error":"UPSTREAM_UNAVAILABLE","trace":"a41f"}', 'UPSTREAM_UNAVAILABLE'],
    ['an error within', { error: { code: 17, message: 'Out of  stock\n now' } }, 'Out of stock now'],
    ['what stands in an envelope', '{"data":{"success":false,"message":"Closed"}}', 'Closed'],
    ['a message without an error', '{"message":"slow down","retry_after":30}', 'slow down'],
    ['a fault', '<e:Envelope><e:Fault><faultstring>No route</faultstring></e:Fault></e:Envelope>', 'No route'],
    ['the title of a page', '<html><head><title>Bad Gateway</title></head></html>', 'Bad Gateway'],
    ['its heading', '<html><title>500</title><h1>Internal Server Error</h1></html>', 'Internal Server Error'],
    ['a line of text', 'upstream connect error\r\ntrace 1', 'upstream connect error'],
    ['a code and no word', '{"code":17}', ''],
    ['nothing', '', ''],
    ['nothing at all', undefined, ''],
    ['markup without a word', '<html><body/></html>', ''],
  ];
  for (const [what, payload, reason] of cases) it(what, () => assert.equal(reasonOf(payload), reason));

  it('is the status message where the answer says nothing', () => {
    assert.equal(reasonOf('', { message: 'connection reset' }), 'connection reset');
    assert.equal(reasonOf('{"message":"mine"}', { message: 'connection reset' }), 'mine');
  });

  it('is cut short, and said of failures only', () => {
    assert.equal(reasonOf('a'.repeat(1_000)), `${'a'.repeat(300)}…`);
    assert.equal(reasonOf('{"message":"all is well"}', { code: 200 }), '');
  });
});
