import type { ParameterChange } from '../../session/parameterHistory.ts';
import type { Step } from '../../session/steps.ts';
import { isSecretField } from './secretNames.ts';
import { isNoSecret } from './secretValues.ts';

/** What is shorter cannot be told from any other text: a card's check number was said, a value of three letters may be a code. */
const [shortestSaid, shortestValue] = [3, 4];

/** What of a step tells what was said for a secret. */
export type TellingStep = Pick<Step, 'index' | 'nodeId' | 'userInput' | 'altered'>;

/**
 * What a caller said at steps that set a parameter whose name says that it is a secret, and what the parameter became there. A node that set
 * one asks for it each time: a secret that is said again may change nothing, as what is kept of it is `****` both times.
 */
export function saidSecrets(
  steps: readonly TellingStep[],
  changes: readonly (readonly ParameterChange[])[],
): readonly string[] {
  const secretsAt = steps.map(({ index, altered }) => [
    ...(changes[index] ?? []).flatMap(({ name, after }) => (isSecretField(name) ? [after] : [])),
    ...altered.flatMap(({ name, value }) => (isSecretField(name) ? [value] : [])),
  ]);
  const asking = new Set(steps.flatMap(({ nodeId }, index) => (secretsAt[index]?.length && nodeId ? [nodeId] : [])));
  const found = steps.flatMap(({ nodeId, userInput }, index) => {
    const values = secretsAt[index] ?? [];
    if (values.length === 0 && !asking.has(nodeId ?? '')) return [];
    return [longEnough(userInput, shortestSaid), ...values.map(keptSecret)];
  });
  return [...new Set(found.filter((text) => text !== undefined))];
}

/** What was kept of a parameter that is called like a secret, as a text to look for; undefined where that is nothing. */
export function keptSecret(value: string | undefined): string | undefined {
  return longEnough(value, shortestValue);
}

function longEnough(text: string | undefined, least: number): string | undefined {
  const said = text?.trim() ?? '';
  return said.length < least || isNoSecret(said) ? undefined : said;
}
