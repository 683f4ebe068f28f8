import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutFolders } from '../../../../src/domain/text/withoutFolders.ts';

describe('a sentence without folders', () => {
  const rows: [what: string, sentence: string, expected: string][] = [
    [
      'calls a file by its name',
      'It can’t be read (/home/me/exports/week.ndjson, line 2: ]).',
      'It can’t be read (week.ndjson, line 2: ]).',
    ],
    ['on Windows too', 'No file: C:\\Users\\John Smith\\week.ndjson.', 'No file: week.ndjson.'],
    ['on a share', '\\\\host\\share\\week.ndjson is gone', 'week.ndjson is gone'],
    ['whose folders have spaces', 'No file: /home/John Smith/My Calls/week.ndjson.', 'No file: week.ndjson.'],
    ['each of them', '/a/b/c.json and /d/e/f.json', 'c.json and f.json'],
    ['leaves addresses', 'https://host.example/a/b/c answered', 'https://host.example/a/b/c answered'],
    ['leaves what stands between words', 'read / write / both, 3/4', 'read / write / both, 3/4'],
    ['leaves a folder alone, and names without one', '/ and week.ndjson', '/ and week.ndjson'],
  ];
  for (const [what, sentence, expected] of rows) {
    it(what, () => assert.equal(withoutFolders(sentence), expected));
  }

  it('takes no longer than the text is long', () => {
    const long = `${'/a b'.repeat(20_000)} ${'/ '.repeat(20_000)}(${'\\'.repeat(20_000)}`;
    assert.ok(withoutFolders(long).length <= long.length);
  });
});
