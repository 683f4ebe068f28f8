import * as vscode from 'vscode';
import { numberText as numberTextIn } from '../domain/text/numberText.ts';

/** A number as it is written in the language of the editor. */
export function numberText(value: number): string {
  return numberTextIn(value, vscode.env.language);
}
