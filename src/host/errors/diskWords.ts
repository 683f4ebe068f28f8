import * as vscode from 'vscode';

const refused = /\b(?:EACCES|EPERM|EROFS|NoPermissions)\b/u;
const full = /\b(?:ENOSPC|EDQUOT)\b/u;
const gone = /\b(?:ENOENT|ENOTDIR|FileNotFound|FileNotADirectory|EntryExists)\b/u;

/**
 * Why nothing can be written to a place, where the disk said so: the words of Node's errors and of VS Code's. `place` is the folder, as people
 * know it; what was written for a moment beside it is nobody's business.
 */
export function diskWords(error: unknown, place: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as { readonly code?: unknown };
  const said = `${String(code)} ${error.name} ${error.message}`;
  if (refused.test(said)) return vscode.l10n.t('{0} cannot be written to: you have no permission to.', place);
  if (full.test(said)) return vscode.l10n.t('{0} cannot be written to: there is no space left.', place);
  if (gone.test(said)) return vscode.l10n.t('{0} cannot be written to: it is not there, or no folder.', place);
  return undefined;
}
