import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import { openSessions } from '../../../../src/emulator/sources/openSessions.ts';
import { sourceOf } from '../../../../src/emulator/sources/sessionSource.ts';

/** The sessions of a file as JSON, one a line. */
async function opened(name: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'insights-sessions-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const source = sourceOf(await openSessions(file));
    return Array.from({ length: source.size }, (_, at) => `${writeJson(source.at(at))}\n`).join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a file of sessions', () => {
  const sessions = [
    '{"id":"1","source":9720014044002503,"channel_data":{"duration":12.50}}',
    '{"id":"2","params":{"10":{"value":1e400},"2":{}},"tags":{"a":1,"a":2}}',
    '{"id":18446744073709551615}',
  ];
  const lines = sessions.map((session) => `${session}\n`).join('');

  it('of lines keeps what is written', async () => assert.equal(await opened('a.ndjson', lines), lines));

  for (const name of ['a.json', 'a.JSON', 'All Calls.Json']) {
    it(`of one list (${name}) keeps what is written`, async () => {
      assert.equal(await opened(name, `\uFEFF[${sessions.join(',\n')}]`), lines);
    });
  }

  it('may be nested deep', async () => {
    const deep = `{"id":"1","flow_path":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`;
    assert.equal(await opened('deep.ndjson', deep), deep);
    assert.equal(await opened('deep.json', deep), deep);
  });
});
