import * as vscode from 'vscode';

/** What a person would notice of a command: words, questions, progress, what is shown in front, and what a page is told. */
export interface Said {
  /** How often since the last time. */
  count(): number;
  dispose(): void;
}

const spoken = [
  ...(['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'setStatusBarMessage'] as const),
  ...(['showQuickPick', 'createQuickPick', 'showInputBox', 'createInputBox'] as const),
  ...(['showOpenDialog', 'showSaveDialog', 'withProgress', 'showTextDocument'] as const),
];

/** Listens to VS Code's own window, which this file shares with the extension: each call is counted and goes on as it is. */
export function listen(): Said {
  let noticed = 0;
  const notice = (): void => {
    noticed += 1;
  };
  const window = vscode.window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const before = new Map(spoken.map((name) => [name, window[name]] as const));
  for (const [name, call] of before) {
    window[name] = (...args) => {
      notice();
      return call?.apply(vscode.window, args);
    };
  }
  const page = pageInterface();
  const { postMessage } = page;
  page.postMessage = function (this: vscode.Webview, message: unknown) {
    if (isAct(message)) notice();
    return postMessage.call(this, message);
  };
  const events = [
    vscode.window.tabGroups.onDidChangeTabs(notice),
    vscode.window.onDidChangeActiveTextEditor(notice),
    vscode.workspace.onDidChangeConfiguration(notice),
    vscode.workspace.onDidChangeTextDocument(notice),
  ];
  return {
    count: () => {
      const count = noticed;
      noticed = 0;
      return count;
    },
    dispose: () => {
      for (const [name, call] of before) if (call) window[name] = call;
      page.postMessage = postMessage;
      for (const event of events) event.dispose();
    },
  };
}

/** Hears each message of an error, until what it answers with is called. */
export function onError(heard: (sentence: string) => void): () => void {
  const window = vscode.window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const { showErrorMessage } = window;
  window.showErrorMessage = (...args) => {
    heard(String(args[0]));
    return showErrorMessage?.apply(vscode.window, args);
  };
  return () => {
    if (showErrorMessage) window.showErrorMessage = showErrorMessage;
  };
}

/** What all pages share: the interface that each is told things by. */
function pageInterface(): vscode.Webview {
  const panel = vscode.window.createWebviewPanel('said', 'said', {
    viewColumn: vscode.ViewColumn.Active,
    preserveFocus: true,
  });
  const shared = Object.getPrototypeOf(panel.webview) as vscode.Webview;
  panel.dispose();
  return shared;
}

/** Whether a page is told to do something, or to say it; that it is shown, and where in a list, it is told by itself. */
function isAct(envelope: unknown): boolean {
  const { message } = envelope as { readonly message?: { readonly type?: unknown } };
  return message?.type === 'act' || message?.type === 'say';
}
