import * as vscode from 'vscode';
import { otherZone } from '../../domain/time/otherZone.ts';
import { zoneName } from '../../domain/time/zonedTime.ts';
import { timeZone, writeTimeZone } from '../settings.ts';

const remembered = 'insights.zoneBesideUtc';

/**
 * Shows all times in UTC, or back in the zone that was chosen before. Written where it takes effect: the workspace's settings when
 * they define the zone, else the user's. Answers with a sentence that says which zone it is now.
 */
export async function toggleTimeZone(state: vscode.Memento): Promise<string> {
  const before = timeZone();
  const zone = otherZone(before, state.get<string>(remembered));
  if (zone === 'utc') await state.update(remembered, before);
  const written = await writeTimeZone(zone);
  const name = zoneName(new Date(), zone);
  const words =
    zone === 'utc'
      ? vscode.l10n.t('Times are shown in UTC now.')
      : zone === 'local'
        ? vscode.l10n.t('Times are shown in the zone of this machine now ({0}).', name)
        : vscode.l10n.t('Times are shown in {0} now ({1}).', zone, name);
  return written === 'user' ? words : `${words} ${vscode.l10n.t('This workspace’s settings say so.')}`;
}
