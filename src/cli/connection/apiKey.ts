import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import { parseAddress } from '../../domain/connections/webAddress.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { ChosenConnection } from './chooseConnection.ts';

const general = 'INSIGHTS_API_KEY';

type Environment = Readonly<Record<string, string | undefined>>;

/** The key or password that the environment has for a connection of this name alone. Throws WrongUse when there is none. */
export function ownKeyOf({ name }: ChosenConnection, env: Environment): string {
  const key = ownKeyIn(env, name);
  if (key) return key;
  throw new WrongUse(`There is no key or password for "${name}": set ${ownVariable(name)} in the environment.`);
}

/** The same, where there is one. */
export function ownKeyIn(env: Environment, name: string): string | undefined {
  return env[ownVariable(name)]?.trim() || undefined;
}

function ownVariable(name: string): string {
  return `${general}_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/gu, '_')}`;
}

/**
 * The key of a connection, from the environment alone: arguments can be read by others. A key that is meant for no connection of a certain
 * name is not sent to an address that a repository chose. Throws WrongUse when there is none.
 */
export function apiKeyOf(connection: ChosenConnection, env: Environment): string {
  const own = ownVariable(connection.name);
  const key = ownKeyIn(env, connection.name);
  if (key) return key;
  const foreign = isForeign(connection);
  const shared = env[general]?.trim();
  if (shared && !foreign) return shared;
  throw new WrongUse(
    shared
      ? `${general} is not sent to ${connection.address}, which the settings of this workspace name: set ${own}.`
      : `There is no API key for "${connection.name}": set ${own}${foreign ? '' : ` or ${general}`} in the environment.`,
  );
}

function isForeign({ definedIn, region, address = '' }: ChosenConnection): boolean {
  return definedIn === 'workspace' && !region && !isThisMachine(parseAddress(address)?.hostname ?? '');
}
