import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passwordsOfAddresses } from '../../../../../src/domain/masking/secrets/secretsOfCommands.ts';

describe('the passwords of addresses', () => {
  const cases: [text: string, passwords: string[]][] = [
    ['https://jo:s3cret@a.example/x', ['s3cret']],
    // An at sign of the password's own; a colon, too.
    ['ftp://jo:a@b:c@a.example', ['a@b:c']],
    ['https://:s3cret@a.example', ['s3cret']],
    ['https://jo:one@a.example and redis://jo:two@b.example', ['one', 'two']],
    // Nobody's password: a user alone, a port, an empty one, what stands behind the host.
    ['https://jo@a.example', []],
    ['https://a.example:443/', []],
    ['https://jo:@a.example', []],
    ['https://a.example:443/@jo', []],
    ['https://a.example/?jo:x@b.example', []],
    ['jo:s3cret@a.example', []],
  ];
  for (const [text, passwords] of cases)
    it(text, () =>
      assert.deepEqual(
        passwordsOfAddresses(text).map(({ start, end }) => text.slice(start, end)),
        passwords,
      ),
    );
});
