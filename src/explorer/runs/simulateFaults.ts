import * as vscode from 'vscode';
import type { Commands } from '../../host/commands.ts';
import type { DisposableStore } from '../../host/disposables.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { StatusItem } from '../../host/surfaces/statusBar.ts';

export interface FaultSources {
  /** The ids of the scenarios that the sample connection can play. */
  readonly faultIds: () => Promise<readonly string[]>;
  /** Plays one from the next request on; undefined: nothing goes wrong. */
  readonly setFault: (id: string | undefined) => Promise<void>;
}

/** Lets a person see every error state on the sample connection. What the status bar says of it is added to `store`. */
export function faultCommands(sources: FaultSources, store: DisposableStore): FaultCommands {
  let current: string | undefined;
  const status = store.add(
    new StatusItem({ id: 'insights.faults', name: vscode.l10n.t('Simulated Faults'), side: 'right' }),
  );
  return {
    'insights.simulateFaults': async () => {
      const words = faultWords();
      const none = { label: vscode.l10n.t('Nothing goes wrong'), id: undefined };
      const faults = (await sources.faultIds()).map((id) => ({ label: words[id] ?? id, id }));
      const items = [none, ...faults].map((item) =>
        item.id === current ? { ...item, description: vscode.l10n.t('current') } : item,
      );
      const picked = await pickOne(items, {
        title: vscode.l10n.t('Simulate Faults on the Sample Connection'),
        placeHolder: vscode.l10n.t('What goes wrong from the next request on'),
      });
      if (!picked) return;
      await sources.setFault(picked.id);
      current = picked.id;
      const tooltip = vscode.l10n.t('The sample connection plays this fault. Click to stop that.');
      const command = 'insights.simulateFaults';
      if (picked.id) status.show({ icon: 'beaker', text: picked.label, tooltip, command });
      else status.hide();
    },
  };
}

export type FaultCommands = Pick<Commands, 'insights.simulateFaults'>;

function faultWords(): Readonly<Record<string, string>> {
  return {
    slow: vscode.l10n.t('Slow answers'),
    noAnswer: vscode.l10n.t('No answer'),
    rateLimited: vscode.l10n.t('Too many requests, with a time to wait'),
    rateLimitedNoHint: vscode.l10n.t('Too many requests'),
    rateLimitedOnce: vscode.l10n.t('Too many requests, every second time'),
    serverError: vscode.l10n.t('Server error (500)'),
    unavailable: vscode.l10n.t('Unavailable (503)'),
    flaky: vscode.l10n.t('Fails now and then (502)'),
    keyRefused: vscode.l10n.t('Key refused (401)'),
    cutBefore: vscode.l10n.t('Connection cut before the answer'),
    cutInBody: vscode.l10n.t('Connection cut within the answer'),
    halfBody: vscode.l10n.t('Half an answer'),
    slowBody: vscode.l10n.t('Answer in slow pieces'),
    html: vscode.l10n.t('A web page instead of JSON'),
    wrongJson: vscode.l10n.t('JSON of another shape'),
    emptyBody: vscode.l10n.t('Empty answer'),
    wrongContentType: vscode.l10n.t('Wrong content type'),
    damagedPacking: vscode.l10n.t('Compressed answer that is damaged'),
    redirect: vscode.l10n.t('Redirect to another server'),
    cappedTotal: vscode.l10n.t('Total capped at 100'),
    onlyParameters: vscode.l10n.t('Only the parameters of a session'),
    moving: vscode.l10n.t('Sessions come and go while they are read'),
    repeating: vscode.l10n.t('Some sessions come twice, in place of others'),
    withholding: vscode.l10n.t('Some sessions are counted and not given'),
    reordering: vscode.l10n.t('Another order for each page'),
    falseTotal: vscode.l10n.t('Total of 1,000 more than there are'),
    unheededDates: vscode.l10n.t('Sessions outside of the range'),
    unheededFilter: vscode.l10n.t('Sessions that don’t match the filter'),
    optionalShould: vscode.l10n.t('Sessions that match none of “should”, beside “must”'),
    unheededPages: vscode.l10n.t('The first page, whichever is asked for'),
    secondPageFails: vscode.l10n.t('Every second page fails'),
  };
}
