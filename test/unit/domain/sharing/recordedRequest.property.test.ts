import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import { toCurl } from '../../../../src/domain/sharing/recordedCurl.ts';
import { toHttpFile } from '../../../../src/domain/sharing/recordedHttpFile.ts';
import { readRequest, toTemplate } from '../../../../src/domain/sharing/recordedRequest.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

const marker = 'S3CRET-value';
const secretName = fc.constantFrom('password', 'accessToken', 'client_secret', 'X-Api-Key', 'sig');

/** A payload that holds the secret somewhere: in an object, in a list, in JSON within JSON. */
const { payload } = fc.letrec<{ payload: unknown }>((tie) => ({
  payload: fc.oneof(
    { maxDepth: 5 },
    fc
      .tuple(secretName, fc.constantFrom<unknown>(marker, [marker], { deep: marker }))
      .map(([name, held]) => ({ [name]: held })),
    fc.tuple(fc.string(), fc.jsonValue(), tie('payload')).map(([name, other, inner]) => ({ other, [name]: inner })),
    fc.tuple(fc.jsonValue(), tie('payload')).map((list) => list),
    tie('payload').map((inner) => ({ text: JSON.stringify(inner) })),
  ),
}));

it('no secret of a known name leaves in any form', () => {
  const url = fc
    .tuple(fc.webUrl(), secretName)
    .map(([address, name]) => `${address}${address.includes('?') ? '&' : '?'}${name}=${marker}`);
  const headers = fc
    .tuple(fc.constantFrom('Authorization', 'x-api-key', 'Cookie'), fc.constantFrom('', 'Bearer ', 'sid='))
    .map(([name, lead]) => JSON.stringify({ [name]: `${lead}${marker}` }));
  fc.assert(
    fc.property(url, headers, payload, (address, requestHeaders, held) => {
      const request = readRequest({
        verb: 'POST',
        url: address,
        requestHeaders,
        requestPayload: JSON.stringify(held),
      });
      assert.ok(request);
      const file = toHttpFile(toTemplate(request, 'asRecorded'), '');
      assert.ok(file !== undefined);
      const texts = [toCurl(toTemplate(request, 'asRecorded')), toCurl(toTemplate(request, createMask())), file];
      for (const text of texts) assert.ok(!text.includes(marker), text);
    }),
    { numRuns },
  );
});

it('any text at all makes a request of every form', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, text, fc.oneof(text, fc.json()), (verb, url, requestHeaders, requestPayload) => {
      const request = readRequest({ verb, url, requestHeaders, requestPayload });
      if (!request) return;
      assert.ok(toCurl(toTemplate(request, createMask())).length > 0);
      assert.notEqual(toHttpFile(toTemplate(request, createMask()), 'x'), '');
    }),
    { numRuns },
  );
});
