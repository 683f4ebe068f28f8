import * as vscode from 'vscode';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { InputAnswers } from './inputs/inputAnswers.ts';
import type { SeenValues } from './learning/seenValues.ts';

/** Forgets what completion learned from sessions, and the last answers to inputs. */
export function forgetSeenValues(memory: { readonly answers: InputAnswers; readonly seenValues: SeenValues }): void {
  memory.seenValues.forget();
  memory.answers.forget();
  tellInStatusBar(vscode.l10n.t('Insights: seen values and last answers are forgotten.'));
}
