import * as vscode from 'vscode';
import { registerCommands } from '../host/commands.ts';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { InputAnswers } from './inputs/inputAnswers.ts';
import type { SeenValues } from './learning/seenValues.ts';

/** "Insights: Forget Seen Values": what completion learned from sessions, and the last answers to inputs. */
export function registerForgetSeenValues(memory: {
  readonly answers: InputAnswers;
  readonly seenValues: SeenValues;
}): vscode.Disposable {
  return registerCommands({
    'insights.forgetSeenValues': async () => {
      memory.seenValues.forget();
      memory.answers.forget();
      tellInStatusBar(vscode.l10n.t('Insights: seen values and last answers are forgotten.'));
    },
  });
}
