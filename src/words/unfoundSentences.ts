import * as l10n from '@vscode/l10n';
import type { UnfoundSessions } from '../domain/connections/unfoundSessions.ts';
import { numberText } from '../domain/text/numberText.ts';

/** Which sessions of a file nobody finds: a sentence for each reason, none where all are found. */
export function unfoundSentences({ count, undated, repeated }: UnfoundSessions, language = 'en'): readonly string[] {
  const all = numberText(count, language);
  const sentences: string[] = [];
  if (undated === 1)
    sentences.push(
      l10n.t('1 of {0} sessions of the file is in no range: no session_start_time that can be read.', all),
    );
  else if (undated > 0)
    sentences.push(
      l10n.t(
        '{0} of {1} sessions of the file are in no range: no session_start_time that can be read.',
        numberText(undated, language),
        all,
      ),
    );
  if (repeated === 1)
    sentences.push(l10n.t('1 of {0} sessions of the file has the id of a later one, which counts.', all));
  else if (repeated > 0)
    sentences.push(
      l10n.t(
        '{0} of {1} sessions of the file have the id of a later one, which counts.',
        numberText(repeated, language),
        all,
      ),
    );
  return sentences;
}
