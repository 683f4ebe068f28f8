import * as vscode from 'vscode';
import { Channel } from '../../protocol/channel.ts';
import type { TranslationRequest } from '../../protocol/translation.ts';
import { DisposableStore } from '../disposables.ts';
import type { PageName } from './pageHtml.ts';
import { pageOfWebview } from './pageOfWebview.ts';

interface Message {
  readonly type: string;
}

interface PageOptions<In extends Message> {
  readonly dist: vscode.Uri;
  readonly name: PageName;
  /** Called when the page asks for something, which it does as soon as it is there. */
  readonly handle: (message: In) => unknown;
  /** Says what went wrong of it: a page has no words for that. */
  readonly failed: (error: unknown, what: string) => unknown;
}

/** A panel's page, for as long as the panel is open. */
export class ConnectedPage<Out extends Message, Answers extends Record<Out['type'], unknown>, In extends Message> {
  readonly #store = new DisposableStore();
  readonly #closing = new AbortController();
  readonly channel: Channel<Out, Answers, In | TranslationRequest>;
  #sent = 0;

  constructor(panel: vscode.WebviewPanel, { dist, name, handle, failed }: PageOptions<In>) {
    const { webview } = panel;
    this.channel = new Channel({
      post: (envelope) => webview.postMessage(envelope),
      handle: async (message) => {
        if (isTranslationRequest(message)) return vscode.l10n.bundle;
        try {
          return await handle(message);
        } catch (error) {
          if (!this.closed.aborted) void failed(error, `${name}: ${message.type}`);
          throw error;
        }
      },
    });
    this.#store.add(webview.onDidReceiveMessage((data) => this.channel.receive(data)));
    panel.onDidDispose(() => {
      this.#closing.abort();
      this.channel.close();
      this.#store.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.html = pageOfWebview(webview, dist, name);
  }

  /** Aborted when the panel is closed: nobody waits for what it asked for. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  /** Has something end with the panel. */
  own(disposable: vscode.Disposable): void {
    this.#store.add(disposable);
  }

  /** Sends what `make` resolves to, unless a later one is on its way by then, or the panel is gone. */
  async sendLatest(make: () => Promise<Out>): Promise<void> {
    this.#sent += 1;
    const number = this.#sent;
    const message = await make();
    if (number === this.#sent) await this.send(message);
  }

  /** Sends what is true whether the page hears it or not. */
  async send(message: Out): Promise<void> {
    if (!this.closed.aborted) await this.channel.request(message).catch(() => {});
  }
}

function isTranslationRequest(message: Message): message is TranslationRequest {
  return message.type === 'translation';
}
