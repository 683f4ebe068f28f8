import * as vscode from 'vscode';
import { knownZone } from '../../domain/time/shownZone.ts';
import { onDidChangeSetting, timeZone } from '../settings.ts';
import { tellWarning } from '../surfaces/messages.ts';

/** A name is not whole while it is typed into the settings. */
const pauseMs = 1500;

/** Says when the setting names no time zone: all times are shown in UTC then. */
export function registerTimeZoneWarning(): vscode.Disposable {
  let waiting = setTimeout(check, pauseMs);
  const listening = onDidChangeSetting('insights.timeZone', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, pauseMs);
  });
  return vscode.Disposable.from(listening, { dispose: () => clearTimeout(waiting) });
}

async function check(): Promise<void> {
  const zone = timeZone();
  if (knownZone(zone) !== undefined) return;
  const change = vscode.l10n.t('Change Setting');
  const answer = await tellWarning(vscode.l10n.t('There is no time zone "{0}": times are shown in UTC.', zone), change);
  if (answer === change) await vscode.commands.executeCommand('workbench.action.openSettings', 'insights.timeZone');
}
