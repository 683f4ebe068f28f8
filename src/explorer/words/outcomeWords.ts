import * as vscode from 'vscode';
import type { Outcome } from '../../domain/session/session.ts';

export function outcomeIcon(outcome: Outcome): vscode.ThemeIcon {
  switch (outcome) {
    case 'success':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case 'inProgress':
      return new vscode.ThemeIcon('record', new vscode.ThemeColor('charts.blue'));
    case 'unknown':
      return new vscode.ThemeIcon('circle-outline');
  }
}

export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case 'success':
      return vscode.l10n.t('Successful');
    case 'warning':
      return vscode.l10n.t('With warnings');
    case 'error':
      return vscode.l10n.t('With errors');
    case 'inProgress':
      return vscode.l10n.t('In progress');
    case 'unknown':
      return vscode.l10n.t('Outcome unknown');
  }
}
