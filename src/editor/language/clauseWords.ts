import * as vscode from 'vscode';
import type { ClauseSnippetCode } from '../../domain/query/completion/clauseSnippets.ts';

/** A whole clause as it is offered. */
export function clauseWords(clause: ClauseSnippetCode): string {
  switch (clause) {
    case 'term':
      return vscode.l10n.t('term: a field');
    case 'match':
      return vscode.l10n.t('match: words in a text');
    case 'callerSaid':
      return vscode.l10n.t('caller said');
    case 'callsOfOneNumber':
      return vscode.l10n.t('calls of one number');
    case 'agent':
      return vscode.l10n.t('agent');
    case 'tag':
      return vscode.l10n.t('tag');
    case 'parameterCollected':
      return vscode.l10n.t('parameter collected');
    case 'node':
      return vscode.l10n.t('node');
    case 'webhookSteps':
      return vscode.l10n.t('webhook steps');
    case 'webhookAnswered':
      return vscode.l10n.t('webhook answered');
    case 'sessionsWithErrors':
      return vscode.l10n.t('sessions with errors');
    case 'sessionsGoingOn':
      return vscode.l10n.t('sessions still going on');
  }
}
