import * as vscode from 'vscode';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { ConnectedPage } from '../../host/pages/connectedPage.ts';
import { namesForPage } from '../../host/pages/namesForPage.ts';
import { packedContent } from '../../host/pages/packedContent.ts';
import { said } from '../../host/pages/said.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import { onDidChangeSetting, viewSettings } from '../../host/settings.ts';
import { toggleMask } from '../../host/toggleMask.ts';
import type {
  ComparedSide,
  ComparisonAction,
  ComparisonHostAnswers,
  ComparisonHostMessage,
  ComparisonPageMessage,
  ComparisonView,
  Side,
  SidePayload,
} from '../../protocol/comparisonMessages.ts';
import type { SessionContent } from '../../protocol/messages.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import type { Neighbours } from '../session/neighbours.ts';
import { diffPayloads, diffSessions } from './comparisonDiffs.ts';
import { readComparisonUri } from './comparisonUri.ts';

type ComparisonPage = ConnectedPage<ComparisonHostMessage, ComparisonHostAnswers, ComparisonPageMessage>;

interface ComparisonEditorNeeds {
  readonly dist: vscode.Uri;
  /** Says what a page asked for and could not have. */
  readonly failed: (error: unknown, what: string) => unknown;
  readonly source: SessionSource;
  readonly nodeFiles: NodeFiles;
  readonly neighbours: Pick<Neighbours, 'ownerOf'>;
  readonly openSession: (session: vscode.Uri, step?: number) => Promise<void>;
}

/** Shows two sessions side by side. */
export class ComparisonEditor {
  readonly #needs: ComparisonEditorNeeds;
  readonly #pages = new Map<vscode.WebviewPanel, ComparisonPage>();

  constructor(needs: ComparisonEditorNeeds) {
    this.#needs = needs;
  }

  /** Has the page in front do something; says so when there is none. */
  async act(action: ComparisonAction): Promise<void> {
    const [panel, page] = [...this.#pages].find(([{ active }]) => active) ?? [];
    if (!panel || !page) return void said(vscode.l10n.t('Open a comparison of two sessions first.'));
    // The palette took the focus; what is selected next should be under the keys.
    panel.reveal(undefined, false);
    await page.channel.request({ type: 'act', action });
  }

  show(uri: vscode.Uri, panel: vscode.WebviewPanel): void {
    const { dist, failed, source, nodeFiles, neighbours } = this.#needs;
    const place = readComparisonUri(uri);
    const sides = place?.type === 'comparison' ? { left: place.left, right: place.right } : undefined;
    const near = sides && neighbours.ownerOf(sides.left);
    const page: ComparisonPage = new ConnectedPage(panel, {
      dist,
      failed,
      name: 'comparison',
      handle: (message: ComparisonPageMessage) => this.#handle(message, { sides, view }),
    });
    const view = async (): Promise<ComparisonView> => {
      const [left, right] = await Promise.all([this.#side(sides?.left, page), this.#side(sides?.right, page)]);
      return { left, right, settings: viewSettings(), nodeNames: namesForPage(nodeFiles, near) };
    };
    const show = (): Promise<void> => page.sendLatest(async () => ({ type: 'show', view: await view() }));
    for (const session of sides ? [sides.left, sides.right] : []) page.own(source.watch(session, show));
    page.own(onDidChangeSetting('insights', () => void show()));
    void nodeFiles.read();
    page.own(
      nodeFiles.onDidChange(() => void page.send({ type: 'nodeNames', nodeNames: namesForPage(nodeFiles, near) })),
    );
    this.#pages.set(panel, page);
    panel.onDidDispose(() => this.#pages.delete(panel));
  }

  async #side(session: vscode.Uri | undefined, { closed }: ComparisonPage): Promise<ComparedSide> {
    if (!session) return { content: notASession(), fileName: '' };
    const content = await packedContent(await this.#needs.source.read(session, closed));
    const connection = readSessionUri(session)?.connection;
    return {
      content,
      fileName: session.path.slice(session.path.lastIndexOf('/') + 1),
      ...(connection === undefined ? {} : { connection }),
    };
  }

  async #handle(
    message: ComparisonPageMessage,
    { sides, view }: { sides: Readonly<Record<Side, vscode.Uri>> | undefined; view: () => Promise<ComparisonView> },
  ): Promise<ComparisonView | string | undefined> {
    if (message.type === 'ready') return view();
    if (message.type === 'toggleMask') return said(await toggleMask());
    if (message.type === 'tell') {
      said(message.sentence);
      return undefined;
    }
    if (!sides) return undefined;
    switch (message.type) {
      case 'openSession':
        await this.#needs.openSession(sides[message.side], message.step);
        return undefined;
      case 'openAsText':
        await vscode.commands.executeCommand('vscode.openWith', sides[message.side], 'default');
        return undefined;
      case 'compareAsText':
        await diffSessions(sides[message.first], sides[message.first === 'left' ? 'right' : 'left']);
        return undefined;
      case 'openPayloadDiff': {
        const of = ({ side, ...payload }: SidePayload) => ({ session: sides[side], ...payload });
        await diffPayloads(message.part, of(message.first), of(message.second));
        return undefined;
      }
    }
  }
}

function notASession(): SessionContent {
  return { type: 'failed', reason: vscode.l10n.t('This address doesn’t name two sessions to compare.') };
}
