import * as l10n from '@vscode/l10n';
import type { ArchiveAsked, ArchiveError } from '../archive/client/archiveError.ts';
import { durationText } from './failures/durationText.ts';
import { refusedSentence } from './failures/refusedSentence.ts';
import { said } from './failures/said.ts';
import { serverErrorSentence } from './failures/serverErrorSentence.ts';

/** What went wrong with an archive, and what to do about it. */
export function archiveSentence(error: ArchiveError, language = 'en'): string {
  const text = saysMore.has(error.problem) ? error.answer?.text : undefined;
  return said(sentenceOf(error, language), text ?? '');
}

/** Where the cluster's own words help. */
const saysMore: ReadonlySet<ArchiveError['problem']> = new Set([
  'wrongCredentials',
  'noRight',
  'redIndex',
  'blocked',
  'full',
  'tooMany',
  'tooManyShards',
  'tooManyFields',
  'tooDeep',
  'wrongPath',
  'oldEngine',
  'tooManyClauses',
  'tooManyBuckets',
  'tooManyMoments',
  'tooMuchMemory',
  'refused',
  'engineFault',
  'failed',
  'webPage',
  'between',
]);

function sentenceOf(error: ArchiveError, language: string): string {
  const { problem, asked, what, field, retryAfterSeconds } = error;
  switch (problem) {
    case 'wrongCredentials':
      return l10n.t('The cluster doesn’t accept this user and password, or this API key. Set the one of this cluster.');
    case 'noCredentials':
      return l10n.t(
        'The cluster requires signing in, and this connection doesn’t. Give the connection an API key, or a user and password.',
      );
    case 'noRight':
      return noRight(asked, what);
    case 'noIndex':
      return asked === 'write'
        ? l10n.t(
            'The cluster doesn’t create the index "{0}" by itself. Ask its administrator to allow that (action.auto_create_index).',
            what,
          )
        : l10n.t(
            'There is no index "{0}" in this cluster. Archive something first, or change the connection’s index.',
            what,
          );
    case 'foreignMapping':
      return asked === 'write'
        ? l10n.t(
            'The indexes "{0}" were made by another tool. Give the connection another index, such as insights-sessions-*.',
            what,
          )
        : field === undefined
          ? l10n.t('The indexes "{0}" were made by another tool, and their fields can’t answer this.', what)
          : l10n.t(
              'The index "{0}" was made by another tool: queries would find nothing in its field "{1}". Change the connection’s index, or archive its sessions into another.',
              what,
              field,
            );
    case 'closedIndex':
      return l10n.t(
        'The index "{0}" is closed. Ask the cluster’s administrator to open it, or change the connection’s index.',
        what,
      );
    case 'blocked':
      return asked === 'read'
        ? l10n.t('Reading "{0}" is blocked. Ask the cluster’s administrator to lift the block (index.blocks).', what)
        : l10n.t(
            'The index "{0}" is read-only. Ask the cluster’s administrator to lift the block (index.blocks), then go on.',
            what,
          );
    case 'tooManyShards':
      return l10n.t(
        'The cluster creates no more indexes: it has reached its limit of shards. Delete old indexes, or ask for a higher limit (cluster.max_shards_per_node), then go on.',
      );
    case 'unfinished':
      return l10n.t(
        'The cluster stopped looking before it had seen all of "{0}". What it found isn’t shown, because it would be incomplete. Ask for a shorter range, or try again when the cluster is less busy.',
        what,
      );
    case 'momentEnded':
      return l10n.t('The cluster ended the search between two pages. Run the query again.');
    case 'redIndex':
      return l10n.t(
        'Part of "{0}" isn’t available: a node is missing. What the rest has isn’t shown, because it would be incomplete. Try again when the cluster is green or yellow.',
        what,
      );
    case 'full':
      return l10n.t('The cluster accepts nothing more: its disk is almost full. Go on when there is room.');
    case 'tooLarge':
      return l10n.t('The request is larger than the cluster accepts (http.max_content_length).');
    case 'tooMany':
      return retryAfterSeconds === undefined
        ? l10n.t('The cluster is too busy. Try again later.')
        : l10n.t('The cluster is too busy. Try again in {0}.', durationText(retryAfterSeconds, language));
    case 'tooManyFields':
      return l10n.t(
        'An archive has more fields than this cluster allows an index. Ask its administrator for a higher limit (index.mapping.total_fields.limit), then archive again.',
      );
    case 'tooDeep':
      return l10n.t(
        'The index "{0}" gives fewer sessions at once. Set a smaller "page_size" and "page_number", or ask the cluster’s administrator for a higher limit (index.max_result_window).',
        what,
      );
    case 'tooManyClauses':
      return l10n.t(
        'The query has more words and conditions than the cluster takes at once. Ask for fewer, or ask its administrator for a higher limit (indices.query.bool.max_clause_count).',
      );
    case 'tooManyBuckets':
      return l10n.t(
        'That is more groups than the cluster counts at once. Ask for a shorter range, longer intervals or fewer values, or ask its administrator for a higher limit (search.max_buckets).',
      );
    case 'tooManyMoments':
      return l10n.t(
        'The cluster holds as many open searches as it may. Try again in a few minutes, or ask its administrator for a higher limit (search.max_open_pit_context).',
      );
    case 'tooMuchMemory':
      return l10n.t(
        'The cluster has too little memory for this request. Ask for a shorter range or for less at once, or ask its administrator for more memory.',
      );
    case 'refused':
      return what
        ? l10n.t('An archive can’t answer this query. Check "{0}".', what)
        : l10n.t('The cluster refused the request.');
    case 'unsortable':
      return l10n.t('An archive can’t sort by "{0}": it has no field of its own. Sort by another field.', what);
    case 'engineFault':
      return l10n.t('The cluster failed by a fault of its own. Ask for it in another way, or update the cluster.');
    case 'failed':
      return l10n.t('The cluster failed, also on retries. Try again later.');
    case 'between':
      return betweenSentence(error, language);
    case 'notEngine':
      return l10n.t(
        'Neither OpenSearch nor Elasticsearch answers at this address. Check the address, its port and its path.',
      );
    case 'webPage':
      return l10n.t(
        'A web page came instead of the cluster’s answer. Check the address, and whether a proxy or a sign-in page is in front of the cluster.',
      );
    case 'wrongPath':
      return l10n.t(
        'The cluster doesn’t answer under the path "{0}" of the connection’s address. Remove it, or check the path that your proxy expects; the indexes are a setting of their own.',
        what,
      );
    case 'oldEngine':
      return what
        ? l10n.t('{0} is too old: an archive needs OpenSearch 2, or Elasticsearch 7.8 or later.', what)
        : l10n.t('The cluster is too old: an archive needs OpenSearch 2, or Elasticsearch 7.8 or later.');
    case 'badPattern':
      return l10n.t(
        '"{0}" can’t be written to: an index with a part for each month ends in a star, such as insights-sessions-*.',
        what,
      );
  }
}

/** What stands before a cluster answers with the statuses that any service may. */
function betweenSentence({ answer, passes, retryAfterSeconds }: ArchiveError, language: string): string {
  const status = answer?.status ?? 0;
  return status < 500
    ? refusedSentence({ status, asked: 'check', retryAfterSeconds }, language)
    : serverErrorSentence({ answer: { status }, retried: passes, retryAfterSeconds }, language);
}

function noRight(asked: ArchiveAsked, what: string): string {
  switch (asked) {
    case 'read':
      return l10n.t('You may not read "{0}". Ask for the right to read these indexes.', what);
    case 'write':
      return l10n.t('You may not write here. Ask for the rights to create and write the indexes of this archive.');
    case 'delete':
      return l10n.t('You may not delete in "{0}". Ask for the right to delete documents.', what);
    case 'setUp':
      return l10n.t(
        'You may not make the index template of "{0}". Ask for the right to manage index templates, or have someone who has it archive once.',
        what,
      );
    case 'check':
      if (what === '')
        return l10n.t('You may not see which engine this is. Ask for the right to monitor the cluster (GET /).');
      return l10n.t(
        'You may not look at the indexes of this archive. Ask for the right to read them and to see their mapping.',
      );
  }
}
