import { readParameterChanges } from '../../session/parameterHistory.ts';
import type { Parameter } from '../../session/steps.ts';
import { keptSecret, saidSecrets } from '../secrets/saidSecrets.ts';
import type { JsonTexts } from './jsonTexts.ts';
import type { MeaningAtStep, PlaceInDocument } from './sessionPlaces.ts';
import { alteredParameter, keptParameter, parameter, path, step } from './sessionPlaces.ts';

/** Where a value stands, with the signs of what it holds and the sum of its letters. */
interface Written {
  start: number;
  end: number;
  found: number;
  sum: number;
}

/** A step at which something was said or a secret set, with no more of it than that. */
interface TellingStep {
  readonly said: Written;
  readonly node: Written;
  readonly parameters: readonly Parameter[];
  readonly altered: readonly Parameter[];
}

const nothing = (): Written => ({ start: 0, end: 0, found: 0, sum: 0 });

/** Collects what was said for secrets while a document is read: see `saidSecrets`. */
export class SaidInDocument {
  readonly #texts: JsonTexts;
  readonly #secrets = new Set<string>();
  #steps: TellingStep[] = [];
  #setsSecret = false;
  #parameters: Parameter[] = [];
  #altered: Parameter[] = [];
  /** Of the step, and of the parameter, that are open. */
  readonly #open: Readonly<Record<MeaningAtStep, Written>> = {
    said: nothing(),
    nodeId: nothing(),
    parameterName: nothing(),
    parameterValue: nothing(),
    parameterText: nothing(),
  };

  constructor(texts: JsonTexts) {
    this.#texts = texts;
  }

  /** A value of a step; null has no length. */
  add(meaning: MeaningAtStep, start: number, end: number, found = 0, sum = 0): void {
    const written = this.#open[meaning];
    written.start = start;
    written.end = end;
    written.found = found;
    written.sum = sum;
  }

  /** An object or a list at a place ends. */
  close(place: PlaceInDocument): void {
    if (place === parameter) this.#closeParameter(this.#parameters);
    else if (place === alteredParameter) this.#closeParameter(this.#altered);
    else if (place === keptParameter) this.#closeKept();
    else if (place === step) this.#closeStep();
    else if (place === path) this.#closePath();
  }

  /** What was said so far. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  #closeParameter(parameters: Parameter[]): void {
    const { parameterValue, parameterText } = this.#open;
    const name = this.#secretName();
    if (name !== undefined) {
      parameters.push({ name, value: this.#textOf(parameterValue) ?? this.#textOf(parameterText) });
    }
    this.#forgetParameter();
  }

  #closeKept(): void {
    const { parameterValue, parameterText } = this.#open;
    if (this.#secretName() !== undefined) {
      for (const written of [parameterValue, parameterText]) {
        const secret = keptSecret(this.#textOf(written));
        if (secret !== undefined) this.#secrets.add(secret);
      }
    }
    this.#forgetParameter();
  }

  /** The name of the parameter that is open, where it is a secret's. */
  #secretName(): string | undefined {
    const { start, end, found, sum } = this.#open.parameterName;
    const name = end > start ? this.#texts.fieldName(start, end, found, sum) : undefined;
    return name?.isSecret ? name.name : undefined;
  }

  #forgetParameter(): void {
    const { parameterName, parameterValue, parameterText } = this.#open;
    for (const written of [parameterName, parameterValue, parameterText]) written.end = written.start;
  }

  #closeStep(): void {
    const { said, nodeId } = this.#open;
    const setsSecret = this.#parameters.length + this.#altered.length > 0;
    if (setsSecret || said.end > said.start) {
      this.#steps.push({
        said: { ...said },
        node: { ...nodeId },
        parameters: this.#parameters,
        altered: this.#altered,
      });
      this.#setsSecret ||= setsSecret;
    }
    if (setsSecret) {
      this.#parameters = [];
      this.#altered = [];
    }
    said.end = said.start;
    nodeId.end = nodeId.start;
  }

  #closePath(): void {
    if (this.#setsSecret) {
      const steps = this.#steps.map(({ said, node, parameters, altered }, index) => ({
        index,
        userInput: this.#textOf(said),
        nodeId: this.#textOf(node),
        parameters,
        altered,
      }));
      for (const secret of saidSecrets(steps, readParameterChanges(steps))) this.#secrets.add(secret);
    }
    this.#steps = [];
    this.#setsSecret = false;
  }

  #textOf({ start, end, found }: Written): string | undefined {
    return end > start ? this.#texts.meant(start, end, found) : undefined;
  }
}
