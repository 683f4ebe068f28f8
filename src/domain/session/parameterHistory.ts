import type { Step } from './steps.ts';

/** A parameter got another value at a step. */
export interface ParameterChange {
  readonly step: number;
  readonly name: string;
  /** Undefined when it had none. */
  readonly before?: string | undefined;
  /** Undefined when it has none any more. */
  readonly after?: string | undefined;
  /** How it came about, as the service says: injected, completed, classified. */
  readonly source?: string | undefined;
}

/** What of a step tells of its parameters. */
export type SettingStep = Pick<Step, 'index' | 'parameters' | 'altered'>;

/** A parameter as it stands after a step. */
export interface ParameterState {
  readonly name: string;
  readonly value?: string | undefined;
  readonly entity?: string | undefined;
  /** The change that gave it this value; absent while it has had none. */
  readonly change?: ParameterChange | undefined;
}

/**
 * The changes at each step, by its index. A step holds the values it left behind (`execution_parameters`) and, at some, what was
 * altered and by what (`altered_parameters`); a value that is new to us is a change also where the service names no cause.
 */
export function readParameterChanges(steps: readonly SettingStep[]): readonly (readonly ParameterChange[])[] {
  const values = new Map<string, string | undefined>();
  return steps.map((step) => {
    if (step.parameters.length === 0 && step.altered.length === 0) return none;
    const sources = new Map(step.altered.map(({ name, source }) => [name, source]));
    const changes = new Map<string, ParameterChange>();
    for (const { name, value } of [...step.parameters, ...step.altered]) {
      const before = changes.has(name) ? changes.get(name)?.before : values.get(name);
      values.set(name, value);
      if (before === value) changes.delete(name);
      else changes.set(name, { step: step.index, name, before, after: value, source: sources.get(name) });
    }
    return changes.size === 0 ? none : [...changes.values()];
  });
}

const none: readonly ParameterChange[] = [];

/** All parameters that were mentioned up to a step, as they stand after it. */
export function parametersAfter(
  step: number,
  steps: readonly Step[],
  changes: readonly (readonly ParameterChange[])[],
): readonly ParameterState[] {
  const states = new Map<string, ParameterState>();
  for (let index = 0; index <= step && index < steps.length; index += 1) {
    for (const { name, entity } of steps[index]?.parameters ?? []) {
      if (!states.has(name)) states.set(name, { name, entity });
    }
    for (const change of changes[index] ?? none) {
      const { name, after } = change;
      states.set(name, { ...states.get(name), name, value: after, change });
    }
  }
  return [...states.values()];
}
