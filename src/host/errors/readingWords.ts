import * as vscode from 'vscode';

type Words = (file: string) => string;

const kinds: readonly (readonly [said: RegExp, words: Words])[] = [
  [
    /\b(?:EACCES|EPERM|NoPermissions)\b/u,
    (file) => vscode.l10n.t('Couldn’t open {0}: you don’t have permission to read it.', file),
  ],
  [
    /\b(?:EISDIR|FileIsADirectory|FileIsDirectory)\b|is actually a directory/u,
    (file) => vscode.l10n.t('Couldn’t open {0}: it is a folder.', file),
  ],
  [
    /\b(?:FileTooLarge|EntryTooLarge|FileExceedsStorageQuota)\b|too large to open/u,
    (file) => vscode.l10n.t('Couldn’t open {0}: it is too large for VS Code.', file),
  ],
  [
    /\b(?:ENOENT|ENOTDIR|FileNotFound|EntryNotFound|FileNotADirectory)\b|nonexistent/u,
    (file) => vscode.l10n.t('Couldn’t open {0}: it doesn’t exist. It may have been moved or deleted.', file),
  ],
  [/seems to be binary/u, (file) => vscode.l10n.t('Couldn’t open {0} as text: it seems to be binary.', file)],
];

/** VS Code's sentences about a file that it was to read, and Node's about what only reads. */
const reading =
  /\bUnable to (?:read|resolve)\b|\bcannot open \w+:|\bfile not found\b|, (?:scandir|stat|lstat|access|opendir|read|readlink)\b/iu;

/** Why a file couldn't be read, where that is what failed. */
export function readingWords(error: unknown): string | undefined {
  if (!(error instanceof Error) || !(isMissing(error) || reading.test(error.message))) return undefined;
  const { code = '', path } = error as { readonly code?: unknown; readonly path?: unknown };
  const said = `${String(code)} ${error.name} ${error.message}`;
  const file = typeof path === 'string' ? path : namedIn(error.message);
  return file === undefined ? undefined : kinds.find(([kind]) => kind.test(said))?.[1](file);
}

/** VS Code makes the folders of what it writes: what it does not find was to be read. */
function isMissing(error: Error): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** The file that a sentence of VS Code is about, as a person knows it. */
function namedIn(message: string): string | undefined {
  const quoted = /'((?:\/|[A-Za-z]:[\\/]|[a-z][a-z+.-]+:\/)[^']+)'/u.exec(message)?.[1];
  const opened = /\bcannot open (\w[\w+.-]*:[^ ]+?)\.? (?:Detail|$)/u.exec(message)?.[1];
  const file = quoted ?? opened;
  if (file === undefined) return undefined;
  return /^[a-z][a-z+.-]+:/u.test(file) ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : file;
}
