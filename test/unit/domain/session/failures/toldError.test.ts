import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toldErrorIn } from '../../../../../src/domain/session/failures/toldError.ts';

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
    ['{"code":404,"message":"Out of stock"}', 'code', 'Out of stock'],
    ['{"returnCode":"ERROR","message":"Out of stock"}', 'returnCode', 'Out of stock'],
    ['{"status":{"code":"FAILED","message":"Out of stock"}}', 'status.code', 'Out of stock'],
    ['{"responseStatus":{"errorCode":"E1","message":"Out of stock"}}', 'responseStatus.errorCode', 'Out of stock'],
    ['{"status":"500 Internal Server Error"}', 'status', '500 Internal Server Error'],
    ['{"SOAPFault":{"message":"Out of stock"}}', 'SOAPFault', 'Out of stock'],
    ['{"type":"https://a.example/probs/stock","title":"Out of stock"}', 'type', 'Out of stock'],
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
    [soap('<Fault><faultcode>Server</faultcode></Fault>'), 'Fault', 'Server'],
    ['{"error":{"errorType":"OutOfStock","id":7}}', 'error', 'OutOfStock'],
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
    ['<Response><Success>false</Success><Message>No stock</Message></Response>', 'Success', 'No stock'],
    ['<Response><Success> FALSE\n</Success></Response>', 'Success', 'FALSE'],
    ['<response><status>error</status></response>', 'status', 'error'],
    ['<response status="error"><message>No stock</message></response>', '@status', 'No stock'],
    ['<rsp stat="fail"><err code="1" msg="No &amp; stock"/></rsp>', 'err', 'No & stock'],
    ['<order status="error"/>', '@status', 'error'],
    ['<a><!-- <error>none</error> --><error><![CDATA[No <stock>]]></error></a>', 'error', 'No <stock>'],
    [soap('<OrderResponse><OrderResult><Success>0</Success></OrderResult></OrderResponse>'), 'Success', '0'],
    ['<string xmlns="http://x">{"error":"No stock"}</string>', 'error', 'No stock'],
    [
      '<methodResponse><fault><value><string>No stock</string></value></fault></methodResponse>',
      'fault',
      '{"value":{"string":"No stock"}}',
    ],
    [
      '<ServiceExceptionReport><ServiceException>No layer</ServiceException></ServiceExceptionReport>',
      'ServiceExceptionReport',
      '{"ServiceException":"No layer"}',
    ],
    [
      '{"data":{"orderCreate":{"order":null,"userErrors":[{"field":["id"],"message":"No stock"}]}}}',
      'data.orderCreate.userErrors',
      'No stock',
    ],
    [
      '{"data":{"a":{"userErrors":[]},"b":{"customerUserErrors":[{"code":"BAD"}]}}}',
      'data.b.customerUserErrors',
      'BAD',
    ],
    ['{"data":{"updateOrder":{"success":false,"message":"No stock"}}}', 'data.updateOrder.success', 'No stock'],
    [
      '{"errors":[{"status":"422","title":"Invalid","detail":"No stock","source":{"pointer":"/data"}}]}',
      'errors',
      'No stock',
    ],
    [
      '{"type":"https://example.com/probs/out-of-stock-error","title":"Out of stock","detail":"None left"}',
      'type',
      'None left',
    ],
    ['{"type":"about:blank","title":"Not found"}', 'type', 'Not found'],
    ['{"type":"about:blank","title":"Not found","status":404}', 'status', 'Not found'],
    [
      '{"odata.error":{"code":"","message":{"lang":"en","value":"No stock"}}}',
      'odata.error',
      '{"code":"","message":{"lang":"en","value":"No stock"}}',
    ],
    ['{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}', 'error', 'Method not found'],
    ['{"ok":"False"}', 'ok', 'False'],
    ['{"ok":false}', 'ok', 'false'],
    ['{"isOk":false}', 'isOk', 'false'],
    ['{"Ack":"Failure","LongMessage":"x"}', 'Ack', 'Failure'],
    ['{"success":" no "}', 'success', ' no '],
    ['{"createOrderResponse":{"success":false}}', 'createOrderResponse.success', 'false'],
    ['{"response":{"@status":"error"}}', 'response.@status', 'error'],
    ['ERROR 17: out of stock', 'ERROR', 'ERROR 17: out of stock'],
    [
      'java.lang.NullPointerException: x\n\tat y',
      'java.lang.NullPointerException',
      'java.lang.NullPointerException: x',
    ],
    ['error=invalid_request&error_description=x', 'error', 'error=invalid_request&error_description=x'],
  ];
  for (const [body, key, text] of told) {
    it(JSON.stringify(body).slice(0, 120), () => {
      const { rule: _, ...found } = toldErrorIn(body) ?? {};
      assert.deepEqual(found, { key, text });
    });
  }

  const nothing: readonly unknown[] = [
    { error_count: 0 },
    { errors: {} },
    { errors: [{}] },
    { code: 500, currency: 'EUR' },
    { code: 200, message: 'Not found' },
    { status: '500 sheets' },
    'error: none',
    'errors: 0',
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
    ...['<!DOCTYPE html><html><error>x</error></html>', '<a><error/></a>', '<a><error code="0"></error></a>', '<a'],
    ...[
      '<r><success>true</success><errors count="0"/><status code="200">ok</status></r>',
      '<r><item status="failed"/></r>',
    ],
    ...['{"data":{"orderCreate":{"userErrors":[]}}}', '{"data":{"order":{"status":"failed"}}}', '{"errors":"[]"}'],
    ...['{"type":"article","title":"Error","detail":"x"}', '{"type":"https://example.com/event","title":"An event"}'],
    ...['Error rate is low', 'no error: all fine', '{"ok":1,"success":"1","errors":null,"userErrors":[]}'],
  ];
  for (const body of nothing) {
    it(`none: ${String(body).slice(0, 120)}`, () => assert.equal(toldErrorIn(body), undefined));
  }

  it('says why it counts', () => {
    const why = (body: unknown) => toldErrorIn(body)?.rule;
    assert.deepEqual(
      ['{"errors":["x"]}', '{"ok":false}', '{"failed":1}', '{"status":"error"}', '{"status":500}'].map(why),
      ['named', 'noSuccess', 'failed', 'status', 'code'],
    );
    assert.deepEqual(['{"type":"about:blank","title":"x"}', 'Error: x'].map(why), ['problem', 'text']);
  });

  it('is looked for in bodies of any depth and length', () => {
    const deep = `${'{"data":'.repeat(100_000)}{"error":"x"}${'}'.repeat(100_000)}`;
    assert.equal(toldErrorIn(deep), undefined);
    assert.equal(toldErrorIn(`{"error":${deep}}`)?.key, 'error');
    assert.equal(toldErrorIn('<Fault '.repeat(100_000)), undefined);
    assert.equal(toldErrorIn('<a errors>'.repeat(100_000)), undefined);
    assert.equal(toldErrorIn(`<a>${'<![CDATA[<error>]]><b>'.repeat(10_000)}`), undefined);
    assert.equal(toldErrorIn(`<a>${'</err> '.repeat(20_000)}<error>x</error></a>`), undefined);
  });
});
