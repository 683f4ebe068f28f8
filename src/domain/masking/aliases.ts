import type { Party } from './persons/parties.ts';
import { isNumberOf, isValueOf } from './persons/parties.ts';
import type { PrivatePart } from './reading/privatePart.ts';

type AliasKind = 'CALLER' | 'AGENT' | 'EMAIL' | 'TOKEN';

const aliasKinds: Readonly<Record<PrivatePart['kind'], AliasKind>> = {
  secret: 'TOKEN',
  number: 'CALLER',
  email: 'EMAIL',
  party: 'CALLER',
};

/** One alias for one value, in everything that is masked together: `CALLER-1`. */
export class Aliases {
  readonly #byValue = new Map<string, string>();
  readonly #counts = new Map<AliasKind, number>();

  /** The alias of one who called or was called: the number the caller has, or the agent's. */
  ofParty(party: Party): string {
    return this.#alias(party.role === 'caller' ? 'CALLER' : 'AGENT', keyOfParty(party));
  }

  of({ kind, value }: Pick<PrivatePart, 'kind' | 'value'>, parties: readonly Party[]): string {
    const party = parties.find((one) => isOf(one, kind, value));
    return party ? this.ofParty(party) : this.#alias(aliasKinds[kind], keyOf(kind, value));
  }

  #alias(kind: AliasKind, key: string): string {
    const known = this.#byValue.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    const made = `${kind}-${count}`;
    this.#counts.set(kind, count);
    this.#byValue.set(key, made);
    return made;
  }
}

function keyOfParty({ value, digits }: Party): string {
  if (digits !== undefined) return keyOf('number', digits);
  return keyOf(value.includes('@') ? 'email' : 'party', value);
}

function keyOf(kind: PrivatePart['kind'], value: string): string {
  if (kind === 'secret') return `secret:${value}`;
  return kind === 'number' ? `number:${value}` : value.toLowerCase();
}

function isOf(party: Party, kind: PrivatePart['kind'], value: string): boolean {
  if (kind === 'number') return isNumberOf(party, value);
  return kind !== 'secret' && isValueOf(party, value);
}
