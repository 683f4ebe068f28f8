import * as vscode from 'vscode';
import { masksScreen } from '../../host/settings.ts';
import type { PayloadPart } from '../../protocol/comparisonMessages.ts';
import { normalisedUri, payloadUri, shortName } from './comparisonUri.ts';

/** Lays two sessions side by side in VS Code's diff editor, in a form whose lines can be compared. */
export async function diffSessions(left: vscode.Uri, right: vscode.Uri): Promise<void> {
  const masked = maskedOf(left, right);
  const sideOf = (session: vscode.Uri): vscode.Uri => normalisedUri({ session, masked });
  await diff(sideOf(left), sideOf(right), `${shortName(left)} ↔ ${shortName(right)}`);
}

interface StepPayload {
  readonly session: vscode.Uri;
  readonly step: number;
  readonly json: boolean;
}

/** Lays what two steps sent, or got, side by side in VS Code's diff editor. */
export async function diffPayloads(part: PayloadPart, left: StepPayload, right: StepPayload): Promise<void> {
  const nameOf = (step: number): string =>
    part === 'request' ? vscode.l10n.t('{0} request', step + 1) : vscode.l10n.t('{0} response', step + 1);
  const masked = maskedOf(left.session, right.session);
  const uriOf = ({ session, step, json }: StepPayload): vscode.Uri =>
    payloadUri({ session, masked }, { step, part, title: `${nameOf(step)}.${json ? 'json' : 'txt'}` });
  const steps = left.step === right.step ? `${left.step + 1}` : `${left.step + 1} ↔ ${right.step + 1}`;
  const title =
    part === 'request' ? vscode.l10n.t('Request of step {0}', steps) : vscode.l10n.t('Response of step {0}', steps);
  await diff(uriOf(left), uriOf(right), title);
}

/** The sessions that share their aliases: as the page masks them, the left one first. */
function maskedOf(left: vscode.Uri, right: vscode.Uri): readonly vscode.Uri[] {
  return masksScreen() ? [left, right] : [];
}

async function diff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
