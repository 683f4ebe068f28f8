import * as vscode from 'vscode';

type Words = (place: string) => string;

/** What the disk says, in the words of Node's errors and of VS Code's, and what that is to a person. */
const kinds: readonly (readonly [said: RegExp, words: Words])[] = [
  [
    /\b(?:EACCES|EPERM|EROFS|NoPermissions)\b/u,
    (place) => vscode.l10n.t('Couldn’t write to {0}: you don’t have permission.', place),
  ],
  [/\b(?:ENOSPC|EDQUOT)\b/u, (place) => vscode.l10n.t('Couldn’t write to {0}: there is no space left.', place)],
  [
    /\b(?:EISDIR|FileIsADirectory|FileIsDirectory|EntryIsADirectory)\b/u,
    (place) => vscode.l10n.t('Something in {0} has that name and is a folder. Choose another name.', place),
  ],
  [
    /\b(?:ENOTSUP|ENXIO|ENODEV|EOPNOTSUPP)\b/u,
    (place) => vscode.l10n.t('Something in {0} has that name and isn’t a file. Choose another name.', place),
  ],
  [/\bENAMETOOLONG\b/u, (place) => vscode.l10n.t('The name is too long for {0}. Choose a shorter one.', place)],
  [/\bELOOP\b/u, (place) => vscode.l10n.t('Links in {0} lead in circles: choose another name or folder.', place)],
  [
    /\b(?:EBUSY|ETXTBSY)\b/u,
    (place) =>
      vscode.l10n.t('Another program has the file in {0} open: close it there, or choose another name.', place),
  ],
  [
    /\b(?:EIO|ETIMEDOUT|ESTALE|EHOSTDOWN|ENOTCONN)\b/u,
    (place) => vscode.l10n.t('The drive of {0} doesn’t respond. Check whether it is connected.', place),
  ],
  [
    /\b(?:EMFILE|ENFILE)\b/u,
    () => vscode.l10n.t('Too many files are open on this machine. Close something, and try again.'),
  ],
  [
    /\b(?:ENOENT|ENOTDIR|FileNotFound|FileNotADirectory|EntryExists)\b/u,
    (place) => vscode.l10n.t('Couldn’t write to {0}: it doesn’t exist, or isn’t a folder.', place),
  ],
];

/**
 * Why nothing can be written to a place, where the disk said so. `place` is the folder, as people know it; what was written for a moment
 * beside it is nobody's business.
 */
export function diskWords(error: unknown, place: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as { readonly code?: unknown };
  const said = `${String(code)} ${error.name} ${error.message}`;
  return kinds.find(([kind]) => kind.test(said))?.[1](place);
}

/** The folder that an error of the disk is about: Node's say a path, VS Code's have it in their words. */
export function folderOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { path } = error as { readonly path?: unknown };
  const quoted =
    error instanceof vscode.FileSystemError
      ? /'((?:\/|[A-Za-z]:[\\/]|[a-z][a-z+.-]+:\/\/)[^']+)'/u.exec(error.message)?.[1]
      : undefined;
  const file = typeof path === 'string' ? path : quoted;
  // VS Code names the folder that is none; everybody else the file that was to be.
  if (file === undefined || /is not a (?:folder|directory)|FileNotADirectory/u.test(error.message)) return file;
  return file.replace(/[\\/][^\\/]*$/u, '') || file;
}
