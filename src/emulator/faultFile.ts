import { readFileSync } from 'node:fs';
import type { FaultScenario } from './faults.ts';
import { faultKinds } from './faults.ts';

/** Reads a scenario from a JSON file; throws an error that names what is wrong in it. */
export function readFaultFile(file: string): FaultScenario {
  const scenario: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(scenario) || !Array.isArray(scenario.rules)) throw new Error('expected {"rules": [...]}');
  scenario.rules.forEach((rule: unknown, at) => {
    const fault = isObject(rule) ? rule.fault : undefined;
    const kind = isObject(fault) ? fault.kind : undefined;
    if (!faultKinds.some((known) => known === kind))
      throw new Error(`rules[${at}].fault.kind: expected one of ${faultKinds.join(', ')}`);
  });
  return scenario as unknown as FaultScenario;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
