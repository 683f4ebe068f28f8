import type { RouteName } from '../service/routes.ts';
import type { Fault, FaultRule, FaultScenario } from './faults.ts';
import { SessionChanges } from './sessionChanges.ts';

/** Decides for one request after another what goes wrong. */
export class FaultPlan {
  /** What it does to the sessions themselves. */
  readonly changes: SessionChanges;
  readonly #rules: { readonly rule: FaultRule; reached: number; struck: number }[];
  readonly #random: () => number;

  constructor(scenario: FaultScenario, random: () => number) {
    this.#rules = scenario.rules.map((rule) => ({ rule, reached: 0, struck: 0 }));
    this.#random = random;
    this.changes = new SessionChanges(scenario, random);
  }

  /** The faults of the next request. */
  next(route: RouteName | undefined): readonly Fault[] {
    return this.#rules.flatMap((state) => {
      const { fault, routes, probability, requests, every, times } = state.rule;
      if (routes && !(route && routes.includes(route))) return [];
      state.reached++;
      const strikes =
        (probability === undefined || this.#random() < probability) &&
        (requests === undefined || requests.includes(state.reached)) &&
        (every === undefined || state.reached % every === 0) &&
        (times === undefined || state.struck < times);
      if (strikes) state.struck++;
      return strikes ? [fault] : [];
    });
  }

  /** A number from 0 to 1 for what is left to chance inside a fault. */
  chance(): number {
    return this.#random();
  }
}
