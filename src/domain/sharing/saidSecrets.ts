import type { LooseRecord } from '../json/looseValues.ts';
import { asRecord, asText, isRecord } from '../json/looseValues.ts';
import { isSecretField } from '../masking/secrets/secretNames.ts';
import type { ParameterChange } from '../session/parameterHistory.ts';
import { readParameterChanges } from '../session/parameterHistory.ts';
import type { Step } from '../session/steps.ts';
import { readSteps } from '../session/steps.ts';
import { covered } from './template.ts';

/** What a caller said at steps that set a parameter whose name says that it is a secret: the PIN that the parameter covers was said there. */
export function saidSecrets(
  steps: readonly Step[],
  changes: readonly (readonly ParameterChange[])[],
): ReadonlySet<string> {
  const said = steps.flatMap(({ index, userInput }) =>
    userInput?.trim() && changes[index]?.some(({ name }) => isSecretField(name)) ? [userInput.trim()] : [],
  );
  return new Set(said);
}

/** The session without what was said for secrets: not in the transcript, at no step, and in no other parameter that it was put into. */
export function coverSaid(session: LooseRecord): LooseRecord {
  const steps = readSteps(session);
  const said = saidSecrets(steps, readParameterChanges(steps));
  if (said.size === 0) return session;
  const cover = (value: unknown): unknown => (said.has(asText(value)?.trim() ?? '') ? covered : value);
  const parameters = (list: unknown): unknown => mapped(list, (one) => changed(asRecord(one), 'value', cover));
  const step = (value: unknown): unknown => {
    if (!isRecord(value) || !isRecord(value.context)) return value;
    const context = changed(changed(value.context, 'user_input', cover), 'execution_parameters', parameters);
    return { ...value, context: changed(context, 'altered_parameters', parameters) };
  };
  const line = (value: unknown): unknown =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([who, text]) => [who, cover(text)])) : cover(value);
  return changed(
    changed(
      changed(session, 'flow_path', (path) => mapped(path, step)),
      'transcription',
      (all) => mapped(all, line),
    ),
    'params_list',
    parameters,
  );
}

function mapped(list: unknown, change: (value: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(change) : list;
}

/** The same record with another value of a name that it has. */
function changed(record: LooseRecord, name: string, change: (value: unknown) => unknown): LooseRecord {
  return record[name] === undefined ? record : { ...record, [name]: change(record[name]) };
}
