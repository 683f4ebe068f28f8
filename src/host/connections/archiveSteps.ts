import * as vscode from 'vscode';
import type { SignIn } from '../../domain/connections/archiveAccess.ts';
import { isIndexPattern } from '../../domain/connections/archiveAccess.ts';
import type { WizardStep } from './wizard.ts';
import { askText, choose } from './wizard.ts';

/** An archive's access while it is being asked for. */
export interface ArchiveDraft {
  index: string;
  signIn: SignIn;
  user?: string;
}

/** What is asked of an archive beside its address. */
export function archiveSteps(title: string, draft: ArchiveDraft): readonly WizardStep[] {
  return [
    async (at) => {
      const answer = await askText({
        ...at,
        title,
        prompt: vscode.l10n.t('Its indexes. One for each month is made in place of the star.'),
        value: draft.index,
        problem: (text) =>
          isIndexPattern(text)
            ? undefined
            : vscode.l10n.t('Use lowercase letters without spaces, such as insights-sessions-*.'),
      });
      if (typeof answer === 'object') draft.index = answer.value;
      return answer;
    },
    async (at) => {
      const answer = await choose<SignIn>({
        ...at,
        title,
        placeholder: vscode.l10n.t('How do you sign in to the cluster?'),
        choices: [
          { label: vscode.l10n.t('With an API key'), value: 'apiKey' },
          { label: vscode.l10n.t('With user and password'), value: 'password' },
          { label: vscode.l10n.t('Not at all'), value: 'none' },
        ],
        active: draft.signIn,
      });
      if (typeof answer === 'object') draft.signIn = answer.value;
      return answer;
    },
    async (at) => {
      if (draft.signIn !== 'password') return 'skip';
      const answer = await askText({
        ...at,
        title,
        prompt: vscode.l10n.t('The name of the user'),
        ...(draft.user ? { value: draft.user } : {}),
      });
      if (typeof answer === 'object') draft.user = answer.value;
      return answer;
    },
  ];
}
