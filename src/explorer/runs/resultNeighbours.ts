import * as vscode from 'vscode';
import type { ResultLists, SessionList } from '../../api/runs/resultLists.ts';
import { hasFailed } from '../../domain/session/failures/hasFailed.ts';
import { summarise } from '../../domain/session/session.ts';
import { commandOf } from '../../host/commands.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import { totalText } from '../../host/runs/countWords.ts';
import { readSessionUri, sessionUri } from '../../host/sessionUri.ts';
import { StatusItem } from '../../host/surfaces/statusBar.ts';

/** Where a session stands in what a query found. */
interface PlaceInResults {
  readonly query: string;
  readonly index: number;
  readonly count: string;
}

/** The results of queries as lists to walk through, session by session. */
export class ResultNeighbours {
  readonly #lists: ResultLists;
  readonly #wordsOf: (error: unknown) => ErrorWords;
  readonly onDidChange: vscode.Event<void>;

  constructor(sources: {
    readonly lists: ResultLists;
    readonly onDidChange: vscode.Event<void>;
    readonly wordsOf: (error: unknown) => ErrorWords;
  }) {
    this.#lists = sources.lists;
    this.#wordsOf = sources.wordsOf;
    this.onDidChange = sources.onDidChange;
  }

  async placeOf(uri: vscode.Uri): Promise<PlaceInResults | undefined> {
    const session = readSessionUri(uri);
    const place = session && this.#lists.placeOf(session);
    return place && { query: place.queryName, index: place.index, count: totalText(place.total) };
  }

  /** The query whose list holds a session. */
  queryOf(uri: vscode.Uri): { readonly uri: vscode.Uri; readonly name: string } | undefined {
    const session = readSessionUri(uri);
    const query = session && this.#lists.queryOf(session);
    return query && { uri: vscode.Uri.parse(query.queryUri, true), name: query.queryName };
  }

  ownerOf(uri: vscode.Uri): vscode.Uri | undefined {
    return this.queryOf(uri)?.uri;
  }

  /** The session beside this one, or a sentence for people that says why there is none. */
  async beside(uri: vscode.Uri, direction: 1 | -1, failing = false): Promise<vscode.Uri | string> {
    const session = readSessionUri(uri);
    if (!session) return vscode.l10n.t('This session was found by no query.');
    const progress = new LoadingItem();
    try {
      const found = await this.#lists.beside(session, direction, {
        loading: (run) => progress.show(run),
        ...(failing ? { fits: hasFailed } : {}),
      });
      if (found.type === 'unlisted')
        return vscode.l10n.t('No query that was run in this window has found this session.');
      if (found.type === 'stopped') return this.#stopped(found.run);
      const end = (): string => endOf(this.#lists.placeOf(session)?.queryName ?? '', direction, failing);
      if (found.type === 'end') return end();
      const { start } = summarise(found.session);
      return start ? sessionUri(session.connection, start, found.session.id) : end();
    } finally {
      progress.dispose();
    }
  }

  #stopped({ state, error, identity }: SessionList): string {
    return state === 'cancelled'
      ? vscode.l10n.t('Loading more of {0} was cancelled.', identity.queryName)
      : vscode.l10n.t('No more of {0} could be loaded. {1}', identity.queryName, this.#wordsOf(error).sentence);
  }
}

function endOf(name: string, direction: 1 | -1, failing: boolean): string {
  if (failing) return vscode.l10n.t('No more sessions of {0} have failed.', name);
  return direction === 1
    ? vscode.l10n.t('This is the last session of {0}.', name)
    : vscode.l10n.t('This is the first session of {0}.', name);
}

/** Says in the status bar that a page is on its way; a press cancels it. */
class LoadingItem {
  #item: StatusItem | undefined;

  show({ identity: { queryName, queryUri } }: SessionList): void {
    const name = vscode.l10n.t('Loading Sessions');
    this.#item ??= new StatusItem({ id: 'insights.loadingSessions', name, side: 'left' });
    this.#item.show({
      icon: 'loading~spin',
      text: vscode.l10n.t('Loading more of {0}… Cancel', queryName),
      command: commandOf('insights.cancelRun', vscode.l10n.t('Cancel'), vscode.Uri.parse(queryUri, true)),
    });
  }

  dispose(): void {
    this.#item?.dispose();
  }
}
