import * as l10n from '@vscode/l10n';
import { spoken } from '../../parts/words/spoken.ts';

/** What is said of recordings. */
export const recordingWords = spoken(() => ({
  recording: l10n.t('Recording'),
  ofParameters: l10n.t('Recordings of what was said'),
  open: l10n.t('Open in browser'),
  notReady: l10n.t('not ready yet'),
  checkAgain: l10n.t('Check again'),
  relative: l10n.t('a path, no address'),
  insecure: l10n.t('not opened: not https'),
  unknown: l10n.t('not opened: no address'),
  why: {
    relative: l10n.t('Old sessions have a path to the recording and not where it is: it can’t be opened.'),
    insecure: l10n.t('Only https addresses are opened: this one isn’t encrypted.'),
    unknown: l10n.t('The recording’s address isn’t valid.'),
  },
}));
