import type { Mask } from '../masking/mask.ts';
import { createMask } from '../masking/mask.ts';
import type { PrivatePart } from '../masking/reading/privatePart.ts';
import type { Secret, Template } from './template.ts';
import { joined } from './template.ts';

/** Who may see it: personal data masked, for sharing, or as it was recorded. Secrets are cut out in both. */
export type PersonalData = Mask | 'asRecorded';

/** Cuts secrets out of one request, and masks what else is personal in it. */
export interface Cutter {
  /** Every secret so far, in order. */
  readonly secrets: readonly Secret[];
  /** A text of any kind: its secrets are cut out, the rest is masked. */
  text(text: string): Template;
  /** A text whose private parts are known. */
  without(text: string, parts: readonly PrivatePart[]): Template;
}

/** Names of variables that a shell has a meaning of its own for. */
const reserved: Readonly<Record<string, string>> = { PWD: 'PASSWORD', OLDPWD: 'OLD_PASSWORD' };

export function createCutter(personalData: PersonalData): Cutter {
  const mask = personalData === 'asRecorded' ? createMask({ secretsOnly: true }) : personalData;
  const byText = new Map<string, Secret>();
  const taken = new Set<string>();

  /** A secret stands for what was written there, as it is encoded there. */
  function cut(field: string, written: string): Secret {
    const known = byText.get(written);
    if (known) return known;
    const made = { name: freeName(variableName(field), taken) };
    taken.add(made.name);
    byText.set(written, made);
    return made;
  }

  function without(text: string, parts: readonly PrivatePart[]): Template {
    const pieces: (string | Secret)[] = [];
    let end = 0;
    for (const part of parts) {
      pieces.push(text.slice(end, part.start));
      if (part.kind === 'secret') pieces.push(cut(part.name ?? 'secret', text.slice(part.start, part.end)));
      else pieces.push(`${part.quote ?? ''}${mask.aliasOf(part)}${part.quote ?? ''}`);
      end = part.end;
    }
    return joined([...pieces, text.slice(end)]);
  }

  return {
    text: (text) => without(text, mask.find(text)),
    without,
    get secrets() {
      return [...byText.values()];
    },
  };
}

function variableName(field: string): string {
  const name = field
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/gu, '_')
    .replaceAll(/^[_\d]+|_+$/gu, '')
    .slice(0, 60);
  return reserved[name] ?? (name || 'SECRET');
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
  return free;
}
