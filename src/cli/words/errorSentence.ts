import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import type { ArchiveError } from '../../archive/client/archiveError.ts';
import { archiveSentence } from '../../words/archiveSentence.ts';
import { failureSentence } from '../../words/failures/failureSentence.ts';

/** The failures are known by their name, so that saying what is wrong loads nothing. */
export function isServiceFailure(error: unknown): error is InsightsFailure {
  return error instanceof Error && error.name === 'InsightsError' && 'code' in error;
}

/** Those of an archive, too. */
export function isArchiveError(error: unknown): error is ArchiveError {
  return error instanceof Error && error.name === 'ArchiveError';
}

/** A file or a folder that cannot be read or written. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException & { readonly path?: string } {
  return error instanceof Error && 'syscall' in error && ('path' in error || error.syscall === 'write');
}

/** What happened and what to do, in a sentence. */
export function errorSentence(error: unknown): string {
  if (isArchiveError(error)) return archiveSentence(error);
  if (isServiceFailure(error)) return failureSentence(error);
  if (isFileError(error)) return fileSentence(error);
  return error instanceof Error ? error.message : String(error);
}

function fileSentence({ code = '', path, message }: NodeJS.ErrnoException): string {
  const why: Partial<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you may not',
    EPERM: 'you may not',
    EROFS: 'the disk is read-only',
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'a part of the path is no folder',
    EISDIR: 'it is a folder',
    ENOTSUP: 'it is no file',
    ELOOP: 'its links lead in a circle',
    ENAMETOOLONG: 'its name is too long',
    EFBIG: 'it is larger than the disk takes',
    EDQUOT: 'your share of the disk is full',
    EIO: 'the disk failed',
    EMFILE: 'too many files are open',
    EBUSY: 'another program has it open',
  };
  return `${path ?? 'The file'} cannot be read or written: ${why[code] ?? (code || message)}.`;
}
