import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables.ts';
import { readSessionUri, sessionScheme } from '../host/sessionUri.ts';
import { timeZone } from '../host/settings.ts';
import { Channel } from '../protocol/channel.ts';
import type {
  HostAnswers,
  HostMessage,
  PageMessage,
  SessionContent,
  SessionView,
  ViewAction,
} from '../protocol/messages.ts';
import type { SessionFiles } from './sessionFiles.ts';
import { sessionPage } from './sessionPage.ts';
import type { TextParts } from './textParts.ts';

type PageChannel = Channel<HostMessage, HostAnswers, PageMessage>;

/** The custom editor's id, as package.json declares it. */
export const sessionViewType = 'insights.session';

/** Shows session documents, of connections and on disk alike. */
export class SessionEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #dist: vscode.Uri;
  readonly #files: SessionFiles;
  readonly #parts: TextParts;
  readonly #pages = new Map<vscode.WebviewPanel, PageChannel>();

  constructor({ dist, files, parts }: { dist: vscode.Uri; files: SessionFiles; parts: TextParts }) {
    this.#dist = dist;
    this.#files = files;
    this.#parts = parts;
  }

  /** Has the page in front do something; nothing when there is none. */
  async act(action: ViewAction): Promise<void> {
    for (const [panel, channel] of this.#pages) {
      if (!panel.active) continue;
      // The palette took the focus; what is selected next should be under the keys.
      panel.reveal(undefined, false);
      await channel.request({ type: 'act', action });
    }
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const store = new DisposableStore();
    const { webview } = panel;
    // Nobody waits for a session whose tab is closed.
    const closed = new AbortController();
    // Read while the page starts.
    let content: Promise<SessionContent> | undefined = this.#read(uri, closed.signal);
    const view = async (): Promise<SessionView> => {
      const read = content ?? this.#read(uri, closed.signal);
      content = undefined;
      const connection = readSessionUri(uri)?.connection;
      return {
        content: await read,
        fileName: uri.path.slice(uri.path.lastIndexOf('/') + 1),
        settings: readSettings(),
        ...(connection === undefined ? {} : { connection }),
      };
    };
    const channel: PageChannel = new Channel({
      post: (envelope) => webview.postMessage(envelope),
      handle: (message) => this.#handle(message, { uri, view }),
    });
    let shown = 0;
    const show = async (): Promise<void> => {
      shown += 1;
      const number = shown;
      const next = await view();
      // A later change is on its way already, or the panel is gone.
      if (number === shown && this.#pages.has(panel))
        await channel.request({ type: 'show', view: next }).catch(() => {});
    };
    store.add(webview.onDidReceiveMessage((data) => channel.receive(data)));
    store.add(this.#watch(uri, show));
    store.add(
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('insights', uri) && void show()),
    );
    panel.onDidDispose(() => {
      closed.abort();
      this.#pages.delete(panel);
      channel.close();
      store.dispose();
    });
    this.#pages.set(panel, channel);
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    webview.html = sessionPage(webview, this.#dist);
  }

  #watch(uri: vscode.Uri, changed: () => void): vscode.Disposable {
    if (uri.scheme === sessionScheme) {
      return this.#files.onDidChangeFile((events) => {
        if (events.some((event) => event.uri.toString() === uri.toString())) changed();
      });
    }
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replaceAll(/[[\]{}*?]/gu, '[$&]');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  async #read(uri: vscode.Uri, signal: AbortSignal): Promise<SessionContent> {
    try {
      if (uri.scheme === sessionScheme) {
        const { bytes, partial } = await this.#files.read(uri, signal);
        return { type: 'document', bytes, partial };
      }
      // A plain array: of Node's own kind nothing would arrive in the page.
      return { type: 'document', bytes: new Uint8Array(await vscode.workspace.fs.readFile(uri)), partial: false };
    } catch (error) {
      return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async #handle(
    message: PageMessage,
    { uri, view }: { uri: vscode.Uri; view: () => Promise<SessionView> },
  ): Promise<SessionView | undefined> {
    switch (message.type) {
      case 'ready':
        return view();
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}.', message.what), 3_000);
        return undefined;
      case 'openText':
        await this.#parts.show(message.title, message.text);
        return undefined;
      case 'openAsText':
        await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
        return undefined;
    }
  }
}

function readSettings(): SessionView['settings'] {
  const settings = vscode.workspace.getConfiguration('insights');
  return {
    timeZone: timeZone(),
    singleKeys: settings.get('session.singleKeys', true),
  };
}
