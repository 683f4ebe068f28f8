import { jsonLines } from '../json/jsonLines.ts';
import { parseForValues } from '../json/parseForValues.ts';
import type { ParameterChange } from '../session/parameterHistory.ts';
import { readParameterChanges } from '../session/parameterHistory.ts';
import { sessionsIn } from '../session/sessionsIn.ts';
import type { Step } from '../session/steps.ts';
import { readSteps } from '../session/steps.ts';
import { isSecretField } from './secrets/secretNames.ts';
import { isNoSecret } from './secrets/secretValues.ts';

/** What is shorter cannot be told from any other text: a card's check number was said, a value of three letters may be a code. */
const [shortestSaid, shortestValue] = [3, 4];

/** What a caller said at steps that set a parameter whose name says that it is a secret, and what the parameter became there. */
export function saidSecrets(
  steps: readonly Step[],
  changes: readonly (readonly ParameterChange[])[],
): readonly string[] {
  const found = steps.flatMap(({ index, userInput }) => {
    const values = (changes[index] ?? []).filter(({ name }) => isSecretField(name)).map(({ after }) => after);
    if (values.length === 0) return [];
    return [longEnough(userInput, shortestSaid), ...values.map((value) => longEnough(value, shortestValue))];
  });
  return [...new Set(found.filter((text) => text !== undefined))];
}

/** The same, of all sessions in a text of whatever shape they are kept in. */
export function saidSecretsIn(json: string): readonly string[] {
  return sessionsOf(json).flatMap((session) => {
    const steps = readSteps(session);
    return saidSecrets(steps, readParameterChanges(steps));
  });
}

function longEnough(text: string | undefined, least: number): string | undefined {
  const said = text?.trim() ?? '';
  return said.length < least || isNoSecret(said) ? undefined : said;
}

function sessionsOf(json: string): readonly unknown[] {
  try {
    return sessionsIn(parseForValues(json)) ?? [];
  } catch {
    // Sessions may stand on lines; what is no JSON holds no steps.
    return jsonLines(json)?.flatMap((one) => sessionsIn(one) ?? []) ?? [];
  }
}
