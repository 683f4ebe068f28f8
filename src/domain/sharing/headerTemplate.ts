import type { Header } from '../masking/headers/header.ts';
import { isSecretHeader } from '../masking/secrets/secretNames.ts';
import { secretsOfValue } from '../masking/secrets/secretValues.ts';
import type { Cutter } from './cutter.ts';
import type { Template } from './template.ts';

/** A header's value with its secrets cut out: the scheme stays, and the names of cookies stay. */
export function headerTemplate({ name, value }: Header, cutter: Cutter): Template {
  if (value === '' || !isSecretHeader(name)) return cutter.text(value);
  return cutter.without(
    value,
    secretsOfValue(name, value).map((secret) => ({
      ...secret,
      kind: 'secret',
      value: value.slice(secret.start, secret.end),
    })),
  );
}
