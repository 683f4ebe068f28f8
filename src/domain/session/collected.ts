import { asList, asRecord, asText, isRecord } from '../json/looseValues.ts';
import { entriesOf } from '../json/writtenEntries.ts';
import type { ParameterChange } from './parameterHistory.ts';
import type { Parameter, Step, Tag } from './steps.ts';
import { readParameter, readTag } from './steps.ts';

/** A parameter of the session, with every change of its value in order. */
export interface SessionParameter extends Parameter {
  readonly changes: readonly ParameterChange[];
}

/** The parameters that a document holds, in all the places where documents hold them, each once: the most telling place wins. */
export function parametersIn(document: unknown): readonly Parameter[] {
  const session = asRecord(document);
  const flowData = asRecord(session.flow_data);
  const places = [
    ...asList(session.params_list).map(readParameter),
    ...asList(flowData.collected_parameters).map(readParameter),
    ...asList(flowData.injected_parameters).map((value) => ({ ...readParameter(value), source: 'injected' })),
    ...entriesOf(asRecord(session.params)).map(([name, value]) =>
      isRecord(value) ? { ...readParameter(value), name } : { name, value: asText(value) },
    ),
    ...entriesOf(asRecord(session.parameters)).map(([name, value]) =>
      isRecord(value) && 'value' in value ? { ...readParameter(value), name } : { name, value: asText(value) },
    ),
  ];
  const byName = new Map<string, Parameter>();
  for (const parameter of places) if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  return [...byName.values()];
}

/** The parameters of a session with their changes, and those that changes alone tell of. */
export function readParameters(
  document: unknown,
  changes: readonly (readonly ParameterChange[])[],
): readonly SessionParameter[] {
  const byName = new Map(parametersIn(document).map((parameter) => [parameter.name, parameter]));
  const changesOf = new Map<string, ParameterChange[]>();
  for (const change of changes.flat()) {
    const known = changesOf.get(change.name);
    if (known) known.push(change);
    else changesOf.set(change.name, [change]);
  }
  for (const name of changesOf.keys()) if (!byName.has(name)) byName.set(name, { name });
  return [...byName.values()].map((parameter) => ({ ...parameter, changes: changesOf.get(parameter.name) ?? [] }));
}

/** A tag of the session. */
export interface SessionTag extends Tag {
  /** The steps that gave it. The service counts a tag once more when an end call repeats it, so `count` may be higher. */
  readonly steps: readonly number[];
}

/** The tags of a session with their counts as documented, and the steps that gave them. */
export function readTags(document: unknown, steps: readonly Step[]): readonly SessionTag[] {
  const session = asRecord(document);
  const listed = asList(session.tags_list).map(readTag);
  const all =
    listed.length > 0
      ? listed
      : entriesOf(asRecord(session.tags)).flatMap(([category, tags]) =>
          entriesOf(asRecord(tags)).map(([tag, count]) => readTag({ tag, category, count })),
        );
  const given = new Map<string, number[]>();
  for (const { index, tags, repeats } of steps) {
    for (const tag of repeats ? [] : tags) {
      const known = given.get(keyOf(tag));
      if (known) known.push(index);
      else given.set(keyOf(tag), [index]);
    }
  }
  return all.map((tag) => ({ ...tag, steps: given.get(keyOf(tag)) ?? [] }));
}

function keyOf({ tag, category }: Tag): string {
  return JSON.stringify([category, tag]);
}
