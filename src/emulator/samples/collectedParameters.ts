export interface Parameter {
  readonly name: string;
  readonly type: string;
  value: string;
  completed: boolean;
}

/** The parameters of one conversation, and each answer that filled one. */
export class CollectedParameters {
  /** Every answer, in order, as the service records it. */
  readonly completions: unknown[] = [];
  readonly #byName = new Map<string, Parameter>();
  /** What the next step records; made anew after each change, and shared by the steps until then. */
  #snapshot: readonly unknown[] | undefined;

  /** A parameter that the flow knows; the first mention makes it. */
  get(name: string, type: string): Parameter {
    const parameter = this.#byName.get(name) ?? { name, type, value: '', completed: false };
    this.#byName.set(name, parameter);
    this.#snapshot = undefined;
    return parameter;
  }

  /** Gives a parameter its value, and says how the step that does so records it. */
  fill(parameter: Parameter, value: string, from: { said: string; source: string }): unknown {
    parameter.value = value;
    parameter.completed = true;
    this.#snapshot = undefined;
    const entry = recorded(parameter, from.said);
    if (from.source === 'completed') this.completions.push(entry);
    return { ...entry, alteration_source: from.source };
  }

  all(): readonly Parameter[] {
    return [...this.#byName.values()];
  }

  /** All of them as they are now, the way steps and sessions hold them. */
  snapshot(): readonly unknown[] {
    this.#snapshot ??= this.all().map((parameter) => recorded(parameter, parameter.value));
    return this.#snapshot;
  }
}

function recorded({ name, type, value, completed }: Parameter, text: string) {
  return { value_text: text, name, completed, type, value };
}
