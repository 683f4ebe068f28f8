import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toldErrorIn } from '../../../../src/domain/session/toldError.ts';

const soap = (fault: string) =>
  `<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${fault}</soap:Body></soap:Envelope>`;

describe('an error in the body of an answer', () => {
  const told: [body: unknown, key: string, text: string][] = [
    [{ error: 'Out of stock' }, 'error', 'Out of stock'],
    ['{"error":{"code":17,"message":"Out of stock"}}', 'error', 'Out of stock'],
    ['{"error":true,"message":"Out of stock"}', 'error', 'Out of stock'],
    ['{"error":42}', 'error', '42'],
    ['{"Error":"Out of stock"}', 'Error', 'Out of stock'],
    ['{"error_message":"Out of stock"}', 'error_message', 'Out of stock'],
    ['{"errorMessage":"boom","errorType":"TypeError"}', 'errorMessage', 'boom'],
    ['{"errors":["Too short","Too long"]}', 'errors', 'Too short'],
    ['{"errors":{"name":["Too short"]}}', 'errors', '{"name":["Too short"]}'],
    ['{"data":null,"errors":[{"message":"Not found","path":["order"]}]}', 'errors', 'Not found'],
    ['[{"data":{"order":1}},{"errors":[{"message":"Not found"}]}]', 'errors', 'Not found'],
    ['{"success":false}', 'success', 'false'],
    ['{"success":"false","message":"Out of stock"}', 'success', 'Out of stock'],
    ['{"success":0,"msg":"Out of stock"}', 'success', 'Out of stock'],
    ['{"ok":false,"error":"invalid_auth"}', 'error', 'invalid_auth'],
    ['{"isError":true,"detail":"Out of stock"}', 'isError', 'Out of stock'],
    ['{"status":"error"}', 'status', 'error'],
    ['{"Status":"FAILED","reason":"Out of stock"}', 'Status', 'Out of stock'],
    ['{"status":404,"title":"Not found"}', 'status', 'Not found'],
    ['{"statusCode":"500","body":"oh no"}', 'statusCode', '500'],
    ['{"data":{"success":false,"message":"Out of stock"}}', 'data.success', 'Out of stock'],
    ['{"statusCode":200,"body":"{\\"error\\":\\"Out of stock\\"}"}', 'body.error', 'Out of stock'],
    [JSON.stringify('{"status":"error","message":"Out of stock"}'), 'status', 'Out of stock'],
    [
      soap(
        '<soap:Fault><faultcode>x</faultcode><faultstring xml:lang="en">No &lt;stock&gt;\n left</faultstring></soap:Fault>',
      ),
      'soap:Fault',
      'No <stock> left',
    ],
    [
      soap(
        '<env:Fault><env:Code><env:Value>x</env:Value></env:Code><env:Reason><env:Text xml:lang="en">No stock</env:Text></env:Reason></env:Fault>',
      ),
      'env:Fault',
      'No stock',
    ],
    [soap('<Fault><reason>No stock</reason></Fault>'), 'Fault', 'No stock'],
    [{ response: soap('<Fault><faultstring>No stock</faultstring></Fault>') }, 'response.Fault', 'No stock'],
    [
      '{"soap:Envelope":{"soap:Body":{"soap:Fault":{"faultstring":"No stock"}}}}',
      'soap:Envelope.soap:Body.soap:Fault',
      'No stock',
    ],
    ['{"isSuccess":false,"message":"Out of stock"}', 'isSuccess', 'Out of stock'],
    ['{"errorCode":17,"errorMessage":"Out of stock"}', 'errorCode', 'Out of stock'],
    ['{"errcode":40001,"message":"Out of stock"}', 'errcode', 'Out of stock'],
    ['{"type":"error","message":"Out of stock"}', 'type', 'Out of stock'],
    ['{"status":false,"message":"Out of stock"}', 'status', 'Out of stock'],
    ['{"status":{"code":"ERROR","message":"Out of stock"}}', 'status.code', 'Out of stock'],
    ['{"result":"NOK","message":"Out of stock"}', 'result', 'Out of stock'],
    ['{"results":[{"id":1},{"error":"Out of stock"}]}', 'results.error', 'Out of stock'],
    ['{"meta":{"status":"error","message":"Out of stock"}}', 'meta.status', 'Out of stock'],
    ['{"responseCode":"500","message":"Out of stock"}', 'responseCode', 'Out of stock'],
    ['callback({"error":"Out of stock"});', 'error', 'Out of stock'],
    [')]}\',\n{"error":"Out of stock"}', 'error', 'Out of stock'],
    ['\uFEFF{"error":"Out of stock"}', 'error', 'Out of stock'],
    ['<?xml version="1.0"?><Error><Code>NoStock</Code><Message>No stock</Message></Error>', 'Error', 'No stock'],
    ['<error>No stock</error>', 'error', 'No stock'],
    [{ error: 'a'.repeat(1000) }, 'error', `${'a'.repeat(300)}…`],
  ];
  for (const [body, key, text] of told) {
    it(JSON.stringify(body).slice(0, 120), () => assert.deepEqual(toldErrorIn(body), { key, text }));
  }

  const nothing: readonly unknown[] = [
    ...[undefined, null, '', 7, true, 'no error here', '"an error"', '{"error":', '[]', '{}'],
    ...['{"error":null}', '{"error":""}', '{"error":false}', '{"error":0}', '{"errors":[]}', '{"errors":{}}'],
    ...['{"error":"none"}', '{"error":"No error"}', '{"error":{"code":0,"message":""}}', '{"errors":[null,""]}'],
    ...['{"success":true}', '{"success":"true"}', '{"success":null}', '{"status":"ok"}', '{"status":"success"}'],
    ...[
      '{"status":200}',
      '{"status":"ended"}',
      '{"message":"error"}',
      '{"ok":true}',
      '{"failed":0}',
      '{"status":7404}',
    ],
    ...[
      '{"order":{"status":"failed"}}',
      '{"steps":[{"error":"x"}]}',
      '{"error_rate":0.5}',
      '{"data":[1,2],"errors":null}',
    ],
    ...[
      '{"errcode":0,"errmsg":"ok"}',
      '{"errorCode":0}',
      '{"error":"N"}',
      '{"code":500}',
      '{"errorCount":3}',
      '{"type":"order"}',
    ],
    ...['<html><body>No fault of ours</body></html>', '<Faults/>', soap('<Order>1</Order>')],
  ];
  for (const body of nothing) {
    it(`none: ${String(body).slice(0, 120)}`, () => assert.equal(toldErrorIn(body), undefined));
  }

  it('is looked for in bodies of any depth and length', () => {
    const deep = `${'{"data":'.repeat(100_000)}{"error":"x"}${'}'.repeat(100_000)}`;
    assert.equal(toldErrorIn(deep), undefined);
    assert.equal(toldErrorIn(`{"error":${deep}}`)?.key, 'error');
    assert.equal(toldErrorIn('<Fault '.repeat(100_000)), undefined);
  });
});
