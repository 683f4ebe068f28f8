import { bulkDocument } from '../../../src/archive/writing/bulkDocument.ts';

/** The document of a session, as an archive is sent it. */
export function archivedDocument(json: string): string {
  const { pieces } = bulkDocument({ id: 'a', start: undefined, json, bytes: Buffer.from(json) }, 'a-*');
  const [, document = ''] = Buffer.concat(pieces).toString().split('\n');
  return document;
}
