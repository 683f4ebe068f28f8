import * as vscode from 'vscode';
import type { Commands } from '../../host/commands.ts';
import { said } from '../../host/pages/said.ts';
import type { HostAction, ViewAction } from '../../protocol/messages.ts';
import type { SessionAsText } from '../documents/sessionAsText.ts';
import { sessionViewType } from '../page/documentTypes.ts';
import type { HostActions } from './hostActions.ts';
import { sayNoSession } from './sayNoSession.ts';
import type { SessionCommandId } from './sessionCommandIds.ts';
import type { SessionEditor } from './sessionEditor.ts';

export type SessionCommands = Pick<Commands, SessionCommandId>;

interface CommandNeeds {
  readonly editor: SessionEditor;
  readonly actions: HostActions;
  readonly asText: SessionAsText;
  readonly toggleTimeZone: () => Promise<string>;
  readonly toggleMask: () => Promise<string | undefined>;
}

/** What is done in the session that is shown in front, and with how all sessions are shown. */
export function sessionCommands({
  editor,
  actions,
  asText,
  toggleTimeZone,
  toggleMask,
}: CommandNeeds): SessionCommands {
  const act = (action: ViewAction) => () => editor.act(action);
  const say = async (sentence: string | undefined): Promise<void> => {
    if (sentence === undefined) return;
    said(sentence);
    await editor.active?.tell({ type: 'say', sentence });
  };
  const run = (action: HostAction) => async () => {
    const panel = editor.active;
    if (panel) await say(await actions[action](panel));
    else sayNoSession();
  };
  return {
    'insights.session.openAsText': () => openAsText(asText),
    'insights.session.refresh': run('refresh'),
    'insights.session.openRecording': run('openRecording'),
    'insights.session.nextSession': run('nextSession'),
    'insights.session.previousSession': run('previousSession'),
    'insights.session.nextFailing': run('nextFailing'),
    'insights.session.previousFailing': run('previousFailing'),
    'insights.toggleTimeZone': async () => say(await toggleTimeZone()),
    'insights.toggleMask': async () => say(await toggleMask()),
    'insights.session.nextProblem': act('nextProblem'),
    'insights.session.previousProblem': act('previousProblem'),
    'insights.session.nextTurn': act('nextTurn'),
    'insights.session.previousTurn': act('previousTurn'),
    'insights.session.search': act('search'),
    'insights.session.nextPart': act('nextPart'),
    'insights.session.previousPart': act('previousPart'),
    'insights.session.toggleRaw': act('toggleRaw'),
    'insights.session.copyId': act('copyId'),
    'insights.session.copyMarkdown': act('copyMarkdown'),
    'insights.session.copyResponse': act('copyResponse'),
    'insights.session.openPayload': act('openPayload'),
    'insights.session.nextTab': act('nextTab'),
    'insights.session.previousTab': act('previousTab'),
    'insights.session.showTalk': act('showTalk'),
    'insights.session.showSteps': act('showSteps'),
    'insights.session.showEverything': act('showEverything'),
    'insights.session.collapseTurns': act('collapseTurns'),
    'insights.session.expandTurns': act('expandTurns'),
    'insights.session.toggleGraph': act('toggleGraph'),
    'insights.session.nameNode': act('nameNode'),
    'insights.session.openNodeLink': act('openNodeLink'),
    'insights.session.copyCurl': act('copyCurl'),
    'insights.session.copyHttp': act('copyHttp'),
    'insights.session.share': act('share'),
    'insights.session.filterFor': act('filterFor'),
    'insights.session.filterOut': act('filterOut'),
    'insights.session.showShortcuts': act('showShortcuts'),
  };
}

async function openAsText(asText: SessionAsText): Promise<void> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== sessionViewType) return sayNoSession();
  await asText.open(input.uri);
}
