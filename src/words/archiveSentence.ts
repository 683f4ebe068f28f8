import * as l10n from '@vscode/l10n';
import type { ArchiveAsked, ArchiveError } from '../archive/client/archiveError.ts';

/** What went wrong with an archive, and what to do about it. */
export function archiveSentence(error: ArchiveError): string {
  const text = saysMore.has(error.problem) ? error.answer?.text : undefined;
  return text ? `${sentenceOf(error)} ${l10n.t('It said: {0}', text)}` : sentenceOf(error);
}

/** Where the cluster's own words help. */
const saysMore: ReadonlySet<ArchiveError['problem']> = new Set(['noRight', 'redIndex', 'full', 'refused', 'failed']);

function sentenceOf({ problem, asked, what }: ArchiveError): string {
  switch (problem) {
    case 'wrongCredentials':
      return l10n.t('The cluster does not know this user and password, or this API key. Set the one of this cluster.');
    case 'noRight':
      return noRight(asked, what);
    case 'noIndex':
      return asked === 'write'
        ? l10n.t(
            'The cluster makes no index "{0}" by itself. Ask who runs it to allow that (action.auto_create_index).',
            what,
          )
        : l10n.t(
            'There is no index "{0}" in this cluster. Archive something first, or change the connection’s index.',
            what,
          );
    case 'foreignMapping':
      return asked === 'write'
        ? l10n.t(
            'The indexes "{0}" were made by somebody else. Give the connection another index, such as insights-sessions-*.',
            what,
          )
        : l10n.t('The indexes "{0}" were made by somebody else, and their fields cannot be asked this.', what);
    case 'redIndex':
      return l10n.t(
        'A part of "{0}" is not available: a node is missing. What the rest has is not shown, as it would be incomplete. Try again when the cluster is green or yellow.',
        what,
      );
    case 'full':
      return l10n.t('The cluster takes nothing more: its disk is almost full. Go on when there is room.');
    case 'tooLarge':
      return l10n.t('The request is larger than the cluster takes (http.max_content_length).');
    case 'tooMany':
      return l10n.t('The cluster has too much to do. Try again in a while.');
    case 'refused':
      return what
        ? l10n.t('The query cannot be asked of an archive: see to "{0}".', what)
        : l10n.t('The cluster refused the request.');
    case 'unsortable':
      return l10n.t('An archive cannot sort by "{0}": it has no field of its own. Sort by another field.', what);
    case 'failed':
      return l10n.t('The cluster failed, also when asked again. Try it later.');
    case 'notEngine':
      return l10n.t('Neither OpenSearch nor Elasticsearch answers at this address. See to the address and its port.');
    case 'oldEngine':
      return l10n.t('{0} is too old: an archive needs OpenSearch 2, or Elasticsearch 7 or 8.', what);
    case 'badPattern':
      return l10n.t(
        '"{0}" cannot be written to: an index that months are put in ends in a star, such as insights-sessions-*.',
        what,
      );
  }
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
        'You may not make the index template of "{0}". Ask for the right to manage index templates, or have somebody archive once who may.',
        what,
      );
    case 'check':
      return l10n.t(
        'You may not look at the indexes of this archive. Ask for the right to read them and to see their mapping.',
      );
  }
}
