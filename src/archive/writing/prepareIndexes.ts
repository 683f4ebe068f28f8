import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asList, asRecord } from '../../domain/json/looseValues.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { recordIn } from '../client/recordIn.ts';
import { indexMarks } from '../mapping/indexMarks.ts';
import { namesNewIndexes } from '../mapping/indexNames.ts';
import { indexTemplate, isOurs, mappingUpdate, mappingVersion, templateName } from '../mapping/indexTemplate.ts';

/**
 * Sees to it that indexes of a pattern are made with our mapping. Throws an ArchiveError where there are others of that name, or where the
 * user may not do it.
 */
export async function prepareIndexes(
  requests: ArchiveRequests,
  pattern: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!namesNewIndexes(pattern)) throw new ArchiveError('badPattern', { asked: 'setUp', what: pattern });
  const marks = await indexMarks(requests, pattern, signal);
  if (!marks.every(isOurs)) throw new ArchiveError('foreignMapping', { asked: 'write', what: pattern });
  if (marks.some(({ version }) => version < mappingVersion)) await updateIndexes(requests, pattern, signal);
  const path = ['_index_template', templateName(pattern)];
  const known = await requests.ask({ asked: 'setUp', method: 'GET', path, signal, takes: [403, 404] });
  if (known.status === 200 && versionIn(known.body) >= mappingVersion) return;
  const put = await requests.ask({
    asked: 'setUp',
    method: 'PUT',
    path,
    body: indexTemplate(pattern, settingsIn(known.body)),
    signal,
    takes: [403],
  });
  // Somebody who may may have made it.
  if (put.status === 403 && known.status === 403 && marks.length > 0) return;
  if (put.status === 403) throw new ArchiveError('noRight', { asked: 'setUp', what: pattern });
  // Without it an index would be made with any mapping.
  if (recordIn(put.body).acknowledged !== true)
    throw new ArchiveError('failed', { asked: 'setUp', what: pattern, passes: true });
}

/** Who may write need not be one who may do this: facets then count what later months hold. */
async function updateIndexes(
  requests: ArchiveRequests,
  pattern: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await requests.ask({
    asked: 'setUp',
    method: 'PUT',
    path: [pattern, '_mapping'],
    body: mappingUpdate,
    signal,
    takes: [403],
  });
}

function versionIn(body: string): number {
  const meta = templateIn(body)._meta;
  return isOurs(meta) ? meta.version : 0;
}

/** What is set for the indexes, such as how many shards they have. */
function settingsIn(body: string): LooseRecord {
  return asRecord(asRecord(asRecord(templateIn(body).template).settings).index);
}

function templateIn(body: string): LooseRecord {
  const [first] = asList(recordIn(body).index_templates);
  return asRecord(asRecord(first).index_template);
}
