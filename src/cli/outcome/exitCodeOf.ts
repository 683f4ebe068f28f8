import { IncompleteAnswer } from '../../api/reading/incompleteAnswer.ts';
import type { ArchiveError } from '../../archive/client/archiveError.ts';
import { isArchiveError, isFileError, isServiceFailure } from '../words/errorSentence.ts';
import type { ExitCode } from './exitCodes.ts';
import { exitCodes } from './exitCodes.ts';
import { WrongUse } from './wrongUse.ts';

/** Statuses that are about what was asked; the others are about the key, the address or what stands between. */
const ofQuery: ReadonlySet<number> = new Set([400, 413, 414, 422, 431]);

/** How an error ends the command; undefined for one that nobody foresaw. */
export function exitCodeOf(error: unknown): ExitCode | undefined {
  if (error instanceof WrongUse) return exitCodes.wrongUse;
  if (error instanceof IncompleteAnswer) return exitCodes.service;
  if (isArchiveError(error)) return isOfArchivedQuery(error) ? exitCodes.wrongUse : exitCodes.service;
  if (isFileError(error)) return exitCodes.wrongUse;
  if (!isServiceFailure(error)) return undefined;
  const isOfQuery =
    (error.code === 'unauthorized' && error.refused === 'query') ||
    (error.code === 'refused' && error.retryAfterSeconds === undefined && ofQuery.has(error.answer.status));
  return isOfQuery ? exitCodes.wrongUse : exitCodes.service;
}

function isOfArchivedQuery({ problem }: ArchiveError): boolean {
  return problem === 'refused' || problem === 'unsortable';
}
