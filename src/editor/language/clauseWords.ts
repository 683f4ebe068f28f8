import * as vscode from 'vscode';
import type { AnalysisSnippetCode } from '../../domain/query/completion/analysisSnippets.ts';
import type { ClauseSnippetCode } from '../../domain/query/completion/clauseSnippets.ts';

/** A whole clause, condition, aggregation or expectation as it is offered. */
export function clauseWords(clause: ClauseSnippetCode | AnalysisSnippetCode): string {
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
    case 'slowWebhook':
      return vscode.l10n.t('webhook slower than');
    case 'failedWebhook':
      return vscode.l10n.t('webhook answered this or more');
    case 'tagInCategory':
      return vscode.l10n.t('tag in a category');
    case 'parameterIs':
      return vscode.l10n.t('parameter has this value');
    case 'phrase':
      return vscode.l10n.t('exact phrase');
    case 'between':
      return vscode.l10n.t('number between');
    case 'countByField':
      return vscode.l10n.t('count by a field');
    case 'countByDay':
      return vscode.l10n.t('count by day');
    case 'countByCondition':
      return vscode.l10n.t('count what meets a condition');
    case 'percentiles':
      return vscode.l10n.t('percentiles of a number');
    case 'differentValues':
      return vscode.l10n.t('count different values');
    case 'expectTotal':
      return vscode.l10n.t('how many sessions');
    case 'expectNone':
      return vscode.l10n.t('no session');
    case 'expectEvery':
      return vscode.l10n.t('every session');
    case 'expectNumber':
      return vscode.l10n.t('a number of aggs');
    case 'expectPath':
      return vscode.l10n.t('nodes in this order');
    case 'expectNoMore':
      return vscode.l10n.t('not many more than in the range before');
  }
}
