import * as l10n from '@vscode/l10n';
import type { ToldErrorRule } from '../../../src/domain/session/toldError.ts';
import { spoken } from '../../parts/spoken.ts';

/** Why an answer that says success counts as one that tells of an error. */
export const toldErrorWhy: Readonly<Record<ToldErrorRule, string>> = spoken(() => ({
  named: l10n.t('This name stands for an error, and is not empty.'),
  noSuccess: l10n.t('This name stands for success, and says no.'),
  failed: l10n.t('This name stands for a failure, and says yes.'),
  status: l10n.t('The word that it holds stands for an error.'),
  code: l10n.t('It holds an HTTP code for an error.'),
  problem: l10n.t('This is a description of a problem (RFC 9457).'),
  text: l10n.t('The answer begins with a word for an error.'),
}));
