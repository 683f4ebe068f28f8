import { asList, asRecord, asText } from '../../json/looseValues.ts';
import { keptSecret } from './saidSecrets.ts';
import { isSecretField } from './secretNames.ts';

/** What the service kept of what was said for secrets, beside the path: a value may be covered, and its text stand in the open. */
export function keptSecrets(session: unknown): readonly string[] {
  const { flow_data, params_list } = asRecord(session);
  const kept = [...asList(asRecord(flow_data).collected_parameters), ...asList(params_list)].map(asRecord);
  const found = kept.flatMap(({ name, value, value_text }) =>
    isSecretField(asText(name) ?? '') ? [keptSecret(asText(value)), keptSecret(asText(value_text))] : [],
  );
  return [...new Set(found.filter((text) => text !== undefined))];
}
