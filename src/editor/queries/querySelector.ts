import type * as vscode from 'vscode';

/** Query files, wherever they are: on disk, untitled, in a virtual workspace. */
export const insightsQuery: vscode.DocumentSelector = { language: 'insights-query' };
