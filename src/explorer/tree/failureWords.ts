import * as vscode from 'vscode';
import { firstProblem } from '../../domain/session/failures/firstProblem.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Step } from '../../domain/session/steps.ts';

/** What failed first in a session, as far as there is anything of its path: `Look up order 502`. */
export function failureWords(
  session: SessionDocument,
  nameOf: (nodeId: string) => string | undefined,
): string | undefined {
  const step = firstProblem(session);
  if (!step) return undefined;
  const name = (step.nodeId === undefined ? undefined : nameOf(step.nodeId)) ?? step.type?.replaceAll('_', ' ');
  return [name ?? vscode.l10n.t('a step'), codeWords(step)].join(' ');
}

function codeWords({ problem, responseCode, statusCode }: Step): string {
  const code = responseCode || statusCode;
  if (problem === 'timedOut') return vscode.l10n.t('timed out');
  return code ? String(code) : vscode.l10n.t('no response');
}
