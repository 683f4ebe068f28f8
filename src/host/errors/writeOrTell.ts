import * as vscode from 'vscode';
import { tellError } from '../surfaces/messages.ts';
import { diskWords } from './diskWords.ts';
import { wordsOfError } from './wordsOfError.ts';

/** Writes a file that the person has named. Where the disk refuses it, says why, and answers with false. */
export async function writeOrTell(file: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(file, bytes);
    return true;
  } catch (error) {
    const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(file, '..'));
    // Nobody waits for the message to be read.
    void tellError(diskWords(error, folder) ?? wordsOfError(error).sentence);
    return false;
  }
}
