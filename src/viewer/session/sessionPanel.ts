import * as vscode from 'vscode';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { ConnectedPage } from '../../host/pages/connectedPage.ts';
import { namesForPage } from '../../host/pages/namesForPage.ts';
import { packedContent } from '../../host/pages/packedContent.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import { onDidChangeSetting, viewSettings } from '../../host/settings.ts';
import type {
  HostAnswers,
  HostMessage,
  ListPlace,
  PageMessage,
  SessionContent,
  SessionView,
} from '../../protocol/messages.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import { LiveSession } from './liveSession.ts';
import type { Neighbours } from './neighbours.ts';
import type { SessionLooks } from './sessionLooks.ts';
import { nameTab } from './sessionTab.ts';

export interface PanelNeeds {
  /** Where the page's script and style are. */
  readonly dist: vscode.Uri;
  /** Says what a page asked for and could not have. */
  readonly failed: (error: unknown, what: string) => unknown;
  /** Where the icons of tabs are. */
  readonly media: vscode.Uri;
  readonly source: SessionSource;
  readonly neighbours: Neighbours;
  readonly nodeFiles: NodeFiles;
  /** The step that a session is being opened at, told once. */
  readonly takeStep: (uri: vscode.Uri) => number | undefined;
  /** Whether a session is opened while the keys are to stay where they are. */
  readonly opensBehind: (uri: vscode.Uri) => boolean;
  /** What sessions were looked at with. */
  readonly looks: SessionLooks;
  /** Answers what the page asks of the host. */
  readonly answer: (
    message: Exclude<PageMessage, { type: 'ready' | 'cancel' | 'look' }>,
    panel: SessionPanel,
  ) => unknown;
}

/** A session and the page that shows it. */
export type ShownSession = Pick<SessionPanel, 'uri' | 'active' | 'focus' | 'showPlace'>;

/** One page that shows a session, for as long as its tab is there. */
export class SessionPanel {
  readonly uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #needs: PanelNeeds;
  readonly #page: ConnectedPage<HostMessage, HostAnswers, PageMessage>;
  /** Read while the page starts. */
  #content: Promise<SessionContent> | undefined;
  #reading = new AbortController();
  /** What the page begins with, as long as it was neither sent nor asked for. */
  #first: Promise<SessionView> | undefined;
  /** The step that the session was asked to be opened at, until the page tells where it is. */
  #opensAt: number | undefined;
  #live: LiveSession | undefined;
  #place: ListPlace | undefined;
  #placing: ReturnType<typeof setTimeout> | undefined;

  constructor(uri: vscode.Uri, panel: vscode.WebviewPanel, needs: PanelNeeds) {
    this.uri = uri;
    this.#panel = panel;
    this.#needs = needs;
    this.#page = new ConnectedPage(panel, {
      dist: needs.dist,
      failed: needs.failed,
      name: 'session',
      handle: (message: PageMessage) => this.#answer(message),
    });
    this.#content = this.#read();
    void needs.nodeFiles.read();
    this.#first = this.#firstView();
    void this.#sendFirst(this.#first);
    this.#page.own(needs.source.watch(uri, () => void this.show()));
    this.#page.own(onDidChangeSetting('insights', () => void this.show()));
    this.#page.own(
      needs.nodeFiles.onDidChange(
        () =>
          void this.#page.send({
            type: 'nodeNames',
            nodeNames: namesForPage(needs.nodeFiles, needs.neighbours.ownerOf(uri)),
          }),
      ),
    );
    void this.#keepUpToDate();
    this.#page.own(needs.neighbours.onDidChange(() => this.#placeSoon()));
  }

  dispose(): void {
    this.#live?.dispose();
    clearTimeout(this.#placing);
  }

  get active(): boolean {
    return this.#panel.active;
  }

  /** Puts the keys into the page: the palette may have taken them. */
  focus(): void {
    this.#panel.reveal(undefined, false);
  }

  /** Whether its page has the keys: nothing else has them then. */
  async hasKeys(): Promise<boolean> {
    return this.#page.channel.request({ type: 'hasKeys' });
  }

  async tell(message: HostMessage): Promise<void> {
    await this.#page.channel.request(message);
  }

  /** The page has it when its script runs, and need not ask; one that asks meanwhile is answered with the same. */
  async #sendFirst(first: Promise<SessionView>): Promise<void> {
    const view = await first;
    if (this.#first !== first) return;
    this.#first = undefined;
    await this.#page.send({ type: 'begin', view });
  }

  #askedFirst(): Promise<SessionView> {
    const first = this.#first ?? this.#firstView();
    this.#first = undefined;
    return first;
  }

  /** A page begins where the session was left, as the one before was looked at. */
  async #firstView(): Promise<SessionView> {
    const { step, ...look } = this.#needs.looks.of(this.uri);
    return { ...(step === undefined ? {} : { step }), ...look, ...(await this.#view()) };
  }

  async #view(): Promise<SessionView> {
    const read = this.#content ?? this.#read();
    this.#content = undefined;
    const [content, place] = await Promise.all([read, this.#needs.neighbours.placeOf(this.uri)]);
    this.#place = place;
    if (content.type === 'document') await this.#nameTab();
    const connection = readSessionUri(this.uri)?.connection;
    this.#opensAt = this.#needs.takeStep(this.uri) ?? this.#opensAt;
    const step = this.#opensAt;
    return {
      content,
      fileName: this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1),
      settings: viewSettings(),
      // Nobody waits for names: those that are not read yet follow.
      nodeNames: namesForPage(this.#needs.nodeFiles, this.#needs.neighbours.ownerOf(this.uri)),
      ...(connection === undefined ? {} : { connection }),
      ...(place === undefined ? {} : { place }),
      ...(step === undefined ? {} : { step }),
      ...(this.#needs.opensBehind(this.uri) ? { behind: true as const } : {}),
    };
  }

  async #nameTab(): Promise<void> {
    const { source, media } = this.#needs;
    const summary = await source.summaryOf(this.uri);
    if (summary && !this.#page.closed.aborted) {
      nameTab(this.#panel, summary, { uri: this.uri, media, zone: viewSettings().timeZone });
    }
  }

  #read(): Promise<SessionContent> {
    this.#reading = new AbortController();
    const signal = AbortSignal.any([this.#page.closed, this.#reading.signal]);
    return this.#needs.source.read(this.uri, signal).then(packedContent);
  }

  #answer(message: PageMessage): unknown {
    switch (message.type) {
      case 'ready':
        return this.#askedFirst();
      case 'cancel':
        return this.#reading.abort(new Error(vscode.l10n.t('Loading was cancelled.')));
      case 'look':
        this.#opensAt = undefined;
        return this.#needs.looks.keep(this.uri, message);
      default:
        return this.#needs.answer(message, this);
    }
  }

  /** Shows the place of another session, to which a walk has come. */
  async showPlace(place: ListPlace | undefined): Promise<void> {
    await this.#page.send({ type: 'place', ...(place ? { place } : {}) });
  }

  /** Has the page show what there is now. */
  show(): Promise<void> {
    return this.#page.sendLatest(async () => ({ type: 'show', view: await this.#view() }));
  }

  /** A session that is in progress is asked for anew until it has ended. */
  async #keepUpToDate(): Promise<void> {
    const { source } = this.#needs;
    const { closed } = this.#page;
    await this.#content;
    if (!(await source.goesOn(this.uri, closed).catch(() => false)) || closed.aborted) return;
    this.#live = new LiveSession({
      ask: (signal) => source.update(this.uri, signal),
      isWatched: () => this.#panel.visible,
      later: (call, ms) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    });
  }

  /** A run tells of every row; the page hears of the place when it is another one. */
  #placeSoon(): void {
    this.#placing ??= setTimeout(async () => {
      this.#placing = undefined;
      const place = await this.#needs.neighbours.placeOf(this.uri);
      if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
      this.#place = place;
      await this.#page.send({ type: 'place', ...(place ? { place } : {}) });
    }, 100);
  }
}
