import type * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import { readSessionUri } from '../host/sessionUri.ts';
import { onDidChangeSetting, viewSettings } from '../host/settings.ts';
import { Channel } from '../protocol/channel.ts';
import type {
  HostAnswers,
  HostMessage,
  ListPlace,
  NodeNames,
  PageMessage,
  SessionContent,
  SessionView,
} from '../protocol/messages.ts';
import type { Neighbours } from './neighbours.ts';
import { sessionPage } from './sessionPage.ts';
import type { SessionSource } from './sessionSource.ts';

export interface PanelNeeds {
  /** Where the page's script and style are. */
  readonly dist: vscode.Uri;
  readonly source: SessionSource;
  readonly neighbours: Neighbours;
  readonly nodeFiles: NodeFiles;
  /** Answers what the page asks of the host. */
  readonly answer: (message: Exclude<PageMessage, { type: 'ready' }>, uri: vscode.Uri) => unknown;
}

/** One page that shows a session, for as long as its tab is there. */
export class SessionPanel {
  readonly uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #needs: PanelNeeds;
  readonly #store = new DisposableStore();
  readonly #channel: Channel<HostMessage, HostAnswers, PageMessage>;
  /** Nobody waits for a session whose tab is closed. */
  readonly #closed = new AbortController();
  /** Read while the page starts. */
  #content: Promise<SessionContent> | undefined;
  #shows = 0;
  #place: ListPlace | undefined;
  #placing: ReturnType<typeof setTimeout> | undefined;

  constructor(uri: vscode.Uri, panel: vscode.WebviewPanel, needs: PanelNeeds) {
    this.uri = uri;
    this.#panel = panel;
    this.#needs = needs;
    this.#content = this.#read();
    void needs.nodeFiles.read();
    const { webview } = panel;
    this.#channel = new Channel({
      post: (envelope) => webview.postMessage(envelope),
      handle: (message) => (message.type === 'ready' ? this.#view() : needs.answer(message, uri)),
    });
    this.#store.add(webview.onDidReceiveMessage((data) => this.#channel.receive(data)));
    this.#store.add(needs.source.watch(uri, () => void this.#show()));
    this.#store.add(onDidChangeSetting('insights', () => void this.#show()));
    this.#store.add(
      needs.nodeFiles.onDidChange(() => void this.#send({ type: 'nodeNames', nodeNames: this.#nodeNames() })),
    );
    this.#store.add(needs.neighbours.onDidChange(() => this.#placeSoon()));
    webview.options = { enableScripts: true, localResourceRoots: [needs.dist] };
    webview.html = sessionPage(webview, needs.dist);
  }

  dispose(): void {
    clearTimeout(this.#placing);
    this.#closed.abort();
    this.#channel.close();
    this.#store.dispose();
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** Puts the keys into the page: the palette may have taken them. */
  focus(): void {
    this.#panel.reveal(undefined, false);
  }

  async tell(message: HostMessage): Promise<void> {
    await this.#channel.request(message);
  }

  async #view(): Promise<SessionView> {
    const read = this.#content ?? this.#read();
    this.#content = undefined;
    const [content, place] = await Promise.all([read, this.#needs.neighbours.placeOf(this.uri)]);
    this.#place = place;
    const connection = readSessionUri(this.uri)?.connection;
    return {
      content,
      fileName: this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1),
      settings: viewSettings(),
      // Nobody waits for names: those that are not read yet follow.
      nodeNames: this.#nodeNames(),
      ...(connection === undefined ? {} : { connection }),
      ...(place === undefined ? {} : { place }),
    };
  }

  #nodeNames(): NodeNames {
    return Object.fromEntries([...this.#needs.nodeFiles.names].map(([id, { file: _, ...name }]) => [id, name]));
  }

  #read(): Promise<SessionContent> {
    return this.#needs.source.read(this.uri, this.#closed.signal);
  }

  async #show(): Promise<void> {
    this.#shows += 1;
    const number = this.#shows;
    const view = await this.#view();
    // A later change is on its way already, or the panel is gone.
    if (number === this.#shows) await this.#send({ type: 'show', view });
  }

  /** A run tells of every row; the page hears of the place when it is another one. */
  #placeSoon(): void {
    this.#placing ??= setTimeout(async () => {
      this.#placing = undefined;
      const place = await this.#needs.neighbours.placeOf(this.uri);
      if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
      this.#place = place;
      await this.#send({ type: 'place', ...(place ? { place } : {}) });
    }, 100);
  }

  async #send(message: HostMessage): Promise<void> {
    if (!this.#closed.signal.aborted) await this.tell(message).catch(() => {});
  }
}
