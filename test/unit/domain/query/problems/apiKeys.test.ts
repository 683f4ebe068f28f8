import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { fixesFor } from '../../../../../src/domain/query/fixes/queryFixes.ts';
import { findProblems } from '../../../../../src/domain/query/problems/queryProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const key = 'Zx9Yw8Vu7Ts6Rq5P';
const now = new Date('2026-11-23T10:30:00Z');

function keysIn(text: string) {
  const query = parseQuery(text);
  return { query, problems: findProblems(query, { now }).filter(({ code }) => code === 'apiKey') };
}

describe('an API key', () => {
  const found = [
    `// X-Vgai-Key: ${key}\n{}`,
    `// X-Vgai-Key: Bearer ${key}\n{}`,
    `// setRequestHeader('X-Vgai-Key', '${key}')\n{}`,
    `// 'X-Vgai-Key' => '${key}'\n{}`,
    `// x-vgai-key%3A%20${key}\n{}`,
    `// export VGAI_KEY=${key}\n{}`,
    `// X_VGAI_KEY="${key}"\n{}`,
    `{ "d": "{\\"X-Vgai-Key\\": \\"${key}\\"}" }`,
    `{ "headers": { "X-Vgai-Key": "${key}" } }`,
    `{ "headers": { "x-vgai-key": ["${key}"] } }`,
    `{ "headers": [{ "Key": "X-Vgai-Key", "Value": ["${key}"] }] }`,
    `{ "request": { "header": [{ "name": "x-vgai-key", "value": "${key}", "enabled": true }] } }`,
    `{ "auth": { "apiKey": "${key}" } }`,
    `{ "inputs": [{ "id": "apiKey", "type": "pickString", "options": ["${key}"] }] }`,
    `{ "refine": { "must": [{ "term": { "api_key": "${key}" } }] } }`,
    `// { "key": "X-Vgai-Key", "value": "${key}" }\n{}`,
    `{ "d": "[\\"X-Vgai-Key\\", \\"${key}\\"]" }`,
    `{ "d": "{\\"key\\": \\"X-Vgai-Key\\", \\"value\\": \\"${key}\\"}" }`,
    `// authorization => "Token ${key}"\n{}`,
    `// vgaiKey: ${key.slice(0, 6)}\n{}`,
    `// http get --headers [X-Vgai-Key ${key}]\n{}`,
    `// <X-Vgai-Key>${key}</X-Vgai-Key>\n{}`,
    `// Authorization: Bearer ${key}\n{}`,
    `{ "name": "${key}aB3dE5fG7" }`,
    `{ "name": "CallersWhoWaitedLongerThan30Seconds", "description": "CallersWhoWaited30SecondsOrMore ${key}aB3dE5fG7" }`,
  ];
  for (const text of found) {
    it(`is found and taken out of ${JSON.stringify(text)}`, () => {
      const { query, problems } = keysIn(text);
      assert.ok(problems[0]);
      const [fix] = fixesFor(problems[0], query);
      assert.ok(fix && !applyEdits(text, fix.edits).includes(key));
    });
  }

  const none = [
    '// X-Vgai-Key:\n{ "page_size": 5 }',
    '// send the X-Vgai-Key headerofrequests and Authorization: Bearer TOKEN\n{}',
    '{ "inputs": [{ "id": "key", "type": "pickString", "options": ["one", "two"] }] }',
    '/* X-Vgai-Key:\n * page_size */ {}',
    '// the X-Vgai-Key: header of requests\n{}',
    '{ "description": "X-Vgai-Key: YOUR_API_KEY" }',
    '{ "description": "X-Vgai-Key: process.env.KEY" }',
    '{ "name": "CallersWhoWaitedLongerThan30Seconds" }',
    '{ "headers": { "X-Vgai-Key": "YOUR_API_KEY", "accept": "application/json1" } }',
    '{ "headers": [{ "key": "Accept", "value": "application/json1" }] }',
    '{ "auth": { "apiKey": "${env:KEY}" } }',
    '{ "name": "orders-By-Caller-in-2026-Q3-Munich", "description": "Webhook502sOnCheckoutV2AndLater" }',
    '{ "description": "send X-Vgai-Key: $KEY, or X-Vgai-Key: {{key}}" }',
  ];
  for (const text of none)
    it(`is not seen in ${JSON.stringify(text)}`, () => assert.deepEqual(keysIn(text).problems, []));
});
