import * as l10n from '@vscode/l10n';
import type { UnknownCommit } from '../domain/time/dates.ts';
import { listText } from './listText.ts';

/** Why a date that names a commit stands for no time, and what to do about it. */
export function commitSentence({ ref, why }: Pick<UnknownCommit, 'ref' | 'why'>, language = 'en'): string {
  switch (why.code) {
    case 'unread':
      return l10n.t('Couldn’t read the repository, so it isn’t known when "{0}" was made.', ref);
    case 'badRef':
      return l10n.t(
        '"{0}" isn’t the name of a commit. Write a tag, a branch or a commit, such as git:v2.3.0, or git:last-tag; calculate with it behind two bars: git:v2.3.0||-1d.',
        ref,
      );
    case 'noGit':
      return l10n.t('"git:{0}" needs Git, which is not installed or turned off. Turn it on, or write a date.', ref);
    case 'untrusted':
      return l10n.t(
        '"git:{0}" waits until you trust the workspace: VS Code keeps Git off in Restricted Mode. Trust it, or write a date.',
        ref,
      );
    case 'noRepository':
      return l10n.t(
        '"git:{0}" names a commit, and the query is in no Git repository that is open. Open its repository, or write a date.',
        ref,
      );
    case 'severalRepositories':
      return l10n.t(
        'Several repositories are open, and "git:{0}" may mean a commit of {1}: save the query in its repository.',
        ref,
        listText(why.names, language),
      );
    case 'unknownRef':
      return unknownRefSentence(ref, why, language);
    case 'noTag':
      return why.shallow
        ? l10n.t(
            '"git:{0}" finds no tag in what this clone holds of the history. Fetch the rest: git fetch --unshallow --tags.',
            ref,
          )
        : l10n.t(
            '"git:{0}" finds no tag in what is checked out. Fetch the tags (git fetch --tags), or write a date.',
            ref,
          );
    case 'gitFailed':
      return l10n.t('Git couldn’t say when "{0}" was made: {1}', ref, why.reason);
  }
}

function unknownRefSentence(
  ref: string,
  { tags, shallow }: UnknownCommit['why'] & { readonly code: 'unknownRef' },
  language: string,
): string {
  if (tags.length > 0) return l10n.t('The repository has no "{0}". Did you mean {1}?', ref, listText(tags, language));
  return shallow
    ? l10n.t(
        'This clone has no tag, branch or commit "{0}": it holds a part of the history. Fetch the rest: git fetch --unshallow --tags.',
        ref,
      )
    : l10n.t(
        'The repository has no tag, branch or commit "{0}". Check its spelling, or fetch it: git fetch --tags.',
        ref,
      );
}
