import * as vscode from 'vscode';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { InputAnswers } from './inputs/inputAnswers.ts';
import type { SeenValues } from './learning/seenValues.ts';

/** Forgets what completion learned from sessions, the last answers to inputs, and what results were filtered by. */
export function forgetSeenValues(memory: {
  readonly answers: InputAnswers;
  readonly seenValues: SeenValues;
  readonly looks: { forget(): void };
}): void {
  memory.seenValues.forget();
  memory.answers.forget();
  memory.looks.forget();
  tellInStatusBar(
    vscode.l10n.t('Insights: Forgot seen values, last answers, and the order, filters and widths of results.'),
  );
}
