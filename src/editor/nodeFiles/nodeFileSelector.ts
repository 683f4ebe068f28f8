import type * as vscode from 'vscode';
import { nodeFileName } from '../../domain/nodes/nodeFileName.ts';

/** Node files, which are JSON with comments as VS Code knows it. */
export const nodeFile: vscode.DocumentSelector = { language: 'jsonc', pattern: `**/${nodeFileName}` };
