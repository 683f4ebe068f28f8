import * as vscode from 'vscode';
import { inertText } from '../../domain/text/inertText.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { zoneName } from '../../domain/time/zonedTime.ts';
import type { Following } from '../follow/following.ts';
import type { QueryForest } from './queryForest.ts';

export interface TreeHeadSources {
  readonly following: Pick<Following, 'unseen'>;
  readonly zone: () => ShownZone;
}

/** What the view of queries says of all its rows: in its title, on its icon, and to menus. */
export class TreeHead {
  readonly #view: Pick<vscode.TreeView<unknown>, 'badge' | 'description'>;
  readonly #sources: TreeHeadSources;
  #saidEmpty: boolean | undefined;

  constructor(view: Pick<vscode.TreeView<unknown>, 'badge' | 'description'>, sources: TreeHeadSources) {
    this.#view = view;
    this.#sources = sources;
  }

  /** How many sessions came that nobody has looked at. */
  sayUnseen(): void {
    const { unseen: value } = this.#sources.following;
    const tooltip = value === 1 ? vscode.l10n.t('1 new session') : vscode.l10n.t('{0} new sessions', value);
    this.#view.badge = value > 0 ? { value, tooltip } : undefined;
  }

  /** Times in rows are short: the view says once in which zone they are. */
  sayZone(): void {
    this.#view.description = inertText(zoneName(new Date(), this.#sources.zone()));
  }

  /** Before the files were looked for nobody knows that there are none, and nothing may say so. */
  sayWhetherEmpty({ roots }: QueryForest): void {
    const empty = roots.length === 0;
    if (empty === this.#saidEmpty) return;
    this.#saidEmpty = empty;
    void vscode.commands.executeCommand('setContext', 'insights.noQueries', empty);
  }
}
