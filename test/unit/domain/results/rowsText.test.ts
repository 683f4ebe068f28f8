import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RowsFormat } from '../../../../src/domain/results/text/rowsText.ts';
import { rowsText } from '../../../../src/domain/results/text/rowsText.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const formats: readonly RowsFormat[] = ['tsv', 'csv', 'markdown', 'json', 'ndjson'];
const paths = ['source', 'destination', 'transcription.user', 'params_list.value', 'agent_information.name'];

function call(id: string, source: string): SessionDocument {
  return {
    id,
    source,
    agent_information: { name: 'Marlow Coffee' },
    transcription: [{ user: '4711' }, { user: 'ring +44 7700 900123 or write to bo.van.dam@example.org' }],
    params_list: [
      { name: 'pin', value: '4711' },
      { name: 'api_key', value: 'sk-live-0123456789abcdef0123' },
    ],
    flow_path: [{ context: { user_input: '4711', altered_parameters: [{ name: 'pin', value: '4711' }] } }],
  } as unknown as SessionDocument;
}

const calls = [call('a1', '447700900123'), call('a2', 'bo.van.dam@example.org'), call('a3', '447700900456')];
const personal = ['7700900123', '7700 900123', 'bo.van.dam', '7700900456', '4711', 'sk-live'];

describe('rows as text, for others', () => {
  for (const format of formats) {
    it(`hold nothing personal and no secret: ${format}`, () => {
      const text = rowsText(calls, { paths, format, masked: true });
      for (const one of personal) assert.ok(!text.includes(one), `${one} in ${text}`);
      for (const { id } of calls) assert.ok(text.includes(String(id)));
    });
  }

  it('have one alias for one value in all rows', () => {
    const [, ...rows] = rowsText(calls, { paths: ['source', 'transcription'], format: 'tsv', masked: true }).split(
      '\n',
    );
    assert.match(rows[0] ?? '', /^a1\tCALLER-1\t.*ring CALLER-1/u);
    assert.match(rows[2] ?? '', /^a3\tCALLER-\d\t.*ring CALLER-1/u);
  });

  it('are as they were recorded where that is wanted', () => {
    assert.deepEqual(JSON.parse(rowsText(calls, { paths, format: 'json', masked: false })), calls);
  });
});
