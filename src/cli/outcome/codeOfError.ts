import { IncompleteAnswer } from '../../api/reading/incompleteAnswer.ts';
import { isServiceFailure } from '../words/errorSentence.ts';
import type { ExitCode } from './failures.ts';
import { exitCodes, WrongUse } from './failures.ts';

/** How an error ends the command; undefined for one that nobody foresaw. */
export function codeOfError(error: unknown): ExitCode | undefined {
  if (error instanceof WrongUse) return exitCodes.wrongUse;
  if (error instanceof IncompleteAnswer) return exitCodes.service;
  if (!isServiceFailure(error)) return undefined;
  const isOfQuery = (error.code === 'unauthorized' && error.refused === 'query') || error.code === 'refused';
  return isOfQuery ? exitCodes.wrongUse : exitCodes.service;
}
