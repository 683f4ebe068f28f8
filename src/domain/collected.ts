import { asList, asRecord, asText, isRecord } from './looseValues.ts';
import type { Parameter, Step, Tag } from './steps.ts';
import { readParameter, readTag } from './steps.ts';

/** A parameter of the session, with the steps at which its value changed. */
export interface SessionParameter extends Parameter {
  readonly changedAt: readonly { readonly step: number; readonly value: string | undefined }[];
}

/** The parameters of a session from all the places where documents hold them; the most telling place wins. */
export function readParameters(document: unknown, steps: readonly Step[]): readonly SessionParameter[] {
  const session = asRecord(document);
  const flowData = asRecord(session.flow_data);
  const places = [
    ...asList(session.params_list).map(readParameter),
    ...asList(flowData.collected_parameters).map(readParameter),
    ...asList(flowData.injected_parameters).map((value) => ({ ...readParameter(value), source: 'injected' })),
    ...Object.entries(asRecord(session.params)).map(([name, value]) => ({ ...readParameter(value), name })),
    ...Object.entries(asRecord(session.parameters)).map(([name, value]) =>
      isRecord(value) && 'value' in value ? { ...readParameter(value), name } : { name, value: asText(value) },
    ),
  ];
  const byName = new Map<string, Parameter>();
  for (const parameter of places) if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  const changes = readChanges(steps);
  for (const name of changes.keys()) if (!byName.has(name)) byName.set(name, { name });
  return [...byName.values()].map((parameter) => ({ ...parameter, changedAt: changes.get(parameter.name) ?? [] }));
}

function readChanges(steps: readonly Step[]): Map<string, { step: number; value: string | undefined }[]> {
  const changes = new Map<string, { step: number; value: string | undefined }[]>();
  const values = new Map<string, string | undefined>();
  for (const step of steps) {
    for (const { name, value } of step.parameters) {
      if (values.get(name) === value) continue;
      values.set(name, value);
      const known = changes.get(name) ?? [];
      known.push({ step: step.index, value });
      changes.set(name, known);
    }
  }
  return changes;
}

export function readTags(document: unknown): readonly Tag[] {
  const session = asRecord(document);
  const listed = asList(session.tags_list).map(readTag);
  if (listed.length > 0) return listed;
  return Object.entries(asRecord(session.tags)).flatMap(([category, tags]) =>
    Object.entries(asRecord(tags)).map(([tag, count]) => readTag({ tag, category, count })),
  );
}
