import type { ConnectionSlip } from '../../domain/connections/connectionSettings.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import type { ErrorWords } from '../errors/errorWords.ts';
import { wordsOfError } from '../errors/wordsOfError.ts';

/** What is wrong with a setting, in a sentence. */
export function slipWords({ name, problem, value }: ConnectionSlip): ErrorWords {
  return wordsOfError(new ConnectionProblem(problem, name, value), name);
}
