import { formPart } from './formParts.ts';
import type { Name } from './nameInFront.ts';
import { isAtLineStart, isInQuery, nameBefore } from './nameInFront.ts';
import { passwordsOfAccounts } from './passwordsOfAccounts.ts';
import { secretsOfColumns } from './secretColumns.ts';
import { secretsByForm } from './secretForms.ts';
import { secretsOfInserts } from './secretInserts.ts';
import { secretsOfLists } from './secretLists.ts';
import { isSecretField, isSecretHeader, isSecretParameter, mayNameSecret } from './secretNames.ts';
import { secretsOfProse } from './secretProse.ts';
import { secretsOfCalls } from './secretsOfCalls.ts';
import { passwordsOfAddresses, secretsOfOptions } from './secretsOfCommands.ts';
import { secretsOfLogins } from './secretsOfLogins.ts';
import { secretsOfTables } from './secretTables.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfStretch } from './secretValues.ts';
import { serialisedSecrets } from './serialisedSecrets.ts';
import { valueAfter } from './valueBehind.ts';

/** The secrets of a text that is no document of its own: by the name in front of them, or by how they look. In order, none within another. `headers`: its names are those of headers. */
export function findSecrets(text: string, headers = false): readonly SecretStretch[] {
  const found = [
    ...namedSecrets(text, headers),
    ...secretsOfOptions(text),
    ...passwordsOfAddresses(text),
    ...passwordsOfAccounts(text),
    ...secretsOfLogins(text),
    ...secretsByForm(text),
    ...(mayNameSecret(text) ? secretsByLayout(text) : []),
  ];
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end) return false;
      end = secret.end;
      return true;
    });
}

/** Those that stand where a name says that they do, without a sign between. */
function secretsByLayout(text: string): readonly SecretStretch[] {
  return [
    secretsOfTables,
    secretsOfColumns,
    secretsOfLists,
    secretsOfCalls,
    secretsOfInserts,
    serialisedSecrets,
    secretsOfProse,
  ].flatMap((read) => read(text));
}

function namedSecrets(text: string, headers: boolean): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[:=]/g)) {
    if (index < from) continue;
    const name = nameBefore(text, index);
    const value =
      name &&
      (formPart(text, name, index) ??
        (isSecret(text, name, { sign: index, headers }) && valueAfter(text, name, index)));
    if (!name || !value) continue;
    from = value.end;
    const called = value.name ?? name.plain;
    found.push(...secretsOfStretch(text, { name: called, start: value.start, end: value.end }));
  }
  return found;
}

function isSecret(
  text: string,
  { plain, lead, start }: Name,
  { sign, headers }: { sign: number; headers: boolean },
): boolean {
  if (headers ? isSecretHeader(plain) : isSecretField(plain)) return true;
  if (isInQuery(text, start, lead)) return isSecretParameter(plain);
  if (text.charAt(sign) !== ':' || !isSecretHeader(plain)) return false;
  // `key: value` is anybody's.
  return (
    plain.includes('-') ||
    (isAtLineStart(text, start) && !/^\s*["']?[\p{L}_]+["']?(?:[\s,;]|$)/u.test(text.slice(sign + 1, sign + 80)))
  );
}
