import * as vscode from 'vscode';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { said } from '../../host/pages/said.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { FilterRequest } from '../../protocol/messages.ts';
import type { SessionAsText } from '../documents/sessionAsText.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import type { TextParts } from '../page/textParts.ts';
import type { HostActions } from './hostActions.ts';
import type { Neighbours } from './neighbours.ts';
import type { PanelNeeds } from './sessionPanel.ts';

export interface MessageNeeds {
  readonly parts: TextParts;
  readonly actions: HostActions;
  readonly asText: SessionAsText;
  readonly nodeFiles: NodeFiles;
  readonly source: SessionSource;
  readonly neighbours: Pick<Neighbours, 'ownerOf'>;
  /** Puts a clause for a value of the session into a query; answers with a sentence to say, or nothing. */
  readonly filter: (session: vscode.Uri, request: FilterRequest) => Promise<string | undefined>;
}

/** Answers what pages ask of the host. */
export function pageMessages({
  parts,
  actions,
  asText,
  nodeFiles,
  neighbours,
  filter,
  source,
}: MessageNeeds): PanelNeeds['answer'] {
  return async (message, panel) => {
    switch (message.type) {
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        tellInStatusBar(message.sentence, 3_000);
        return undefined;
      case 'tell':
        said(message.sentence);
        return undefined;
      case 'openText':
        // A preview would give its place to what is opened from it.
        if (panel.active) await vscode.commands.executeCommand('workbench.action.keepEditor');
        await parts.show(message.title, message.text);
        return undefined;
      case 'askShare':
        return (await import('../sharing/askShare.ts')).askShare(panel.uri, message.parts);
      case 'share': {
        const { shareTexts } = await import('../sharing/shareTexts.ts');
        const sentence = await shareTexts(panel.uri, message, parts);
        panel.focus();
        return said(sentence);
      }
      case 'openAsText':
        await asText.open(panel.uri);
        return undefined;
      case 'nameNode':
        return said(
          await (await import('../nodes/askNodeName.ts')).askNodeName(
            nodeFiles,
            { ...message, near: neighbours.ownerOf(panel.uri) },
            () => panel.focus(),
          ),
        );
      case 'openNodeLink':
        await (await import('../nodes/openNodeLink.ts')).openNodeLink(
          nodeFiles,
          message.nodeId,
          neighbours.ownerOf(panel.uri),
        );
        return undefined;
      case 'run':
        return said(await actions[message.action](panel));
      case 'openRecording': {
        const { openRecording } = await import('./openRecording.ts');
        return said(await openRecording(source, panel, message.place));
      }
      case 'filter':
        return said(await filter(panel.uri, message));
    }
  };
}
