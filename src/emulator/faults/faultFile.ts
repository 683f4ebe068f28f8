import { readFileSync } from 'node:fs';
import type { Fault, FaultScenario } from './faults.ts';
import { faultKinds, unheededParameters } from './faults.ts';

type Check = readonly [expected: string, holds: (value: unknown) => boolean];

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0;
const isAmount = (value: unknown) => typeof value === 'number' && value >= 0;
const routeNames = ['search', 'get', 'find', 'delete'];

const count: Check = ['a whole number from 1', isCount];
const amount: Check = ['a number from 0', isAmount];
const text: Check = ['a text', (value) => typeof value === 'string'];

const ruleChecks: Record<string, Check> = {
  fault: ['an object with a kind', isObject],
  routes: [`a list of ${routeNames.join(', ')}`, listOf((name) => routeNames.some((known) => known === name))],
  probability: ['a number from 0 to 1', (value) => isAmount(value) && Number(value) <= 1],
  requests: ['a list of whole numbers from 1', listOf(isCount)],
  every: count,
  times: count,
};

const faultChecks: Record<Fault['kind'], Record<string, Check>> = {
  latency: { ms: amount, jitterMs: amount },
  rateLimit: { retryAfter: ['a number of seconds or a date', (value) => isAmount(value) || typeof value === 'string'] },
  status: {
    status: ['a status from 200', (value) => isCount(value) && Number(value) >= 200 && Number(value) <= 599],
    body: text,
    contentType: text,
  },
  resetBeforeAnswer: {},
  resetInBody: {},
  halfBody: {},
  slowBody: { ms: amount, pieces: count },
  html: {},
  wrongJson: {},
  emptyBody: {},
  wrongContentType: {},
  packed: { as: oneOf('gzip', 'deflate', 'rawDeflate', 'br', 'compress'), damage: oneOf('cut', 'garbled', 'bomb') },
  redirect: { location: text },
  cappedTotal: { most: amount },
  falseTotal: { by: count },
  onlyParameters: {},
  noAnswer: {},
  inserted: { count },
  deleted: { count },
  repeated: { of: count },
  withheld: { of: count },
  reordered: {},
  optionalShould: {},
  unheeded: {
    parameters: [
      `a list of ${unheededParameters.join(', ')}`,
      listOf((name) => unheededParameters.some((known) => known === name)),
    ],
  },
};
const required = new Set(['ms', 'status', 'fault', 'as', 'by', 'parameters']);

/** Reads a scenario from a JSON file; throws an error that names what is wrong in it. */
export function readFaultFile(file: string): FaultScenario {
  const scenario: unknown = JSON.parse(readFileSync(file, 'utf8'));
  check('', scenario, { seed: ['a number', (value) => typeof value === 'number'], rules: ['a list', Array.isArray] });
  const { rules } = scenario as { rules?: unknown[] };
  if (!rules) throw new Error('rules: expected a list');
  rules.forEach((rule, at) => {
    check(`rules[${at}]`, rule, ruleChecks);
    const { kind, ...parts } = (rule as { fault: Record<string, unknown> }).fault;
    const known = faultKinds.find((name) => name === kind);
    if (!known) throw new Error(`rules[${at}].fault.kind: expected one of ${faultKinds.join(', ')}`);
    check(`rules[${at}].fault`, parts, faultChecks[known]);
  });
  return scenario as FaultScenario;
}

function check(where: string, value: unknown, checks: Record<string, Check>): void {
  if (!isObject(value)) throw new Error(`${where || 'the file'}: expected an object`);
  const place = (key: string) => (where === '' ? key : `${where}.${key}`);
  for (const [key, part] of Object.entries(value)) {
    const [expected, holds] = checks[key] ?? [];
    if (!expected || !holds)
      throw new Error(`${place(key)}: unknown, expected ${Object.keys(checks).join(', ') || 'nothing'}`);
    if (!holds(part)) throw new Error(`${place(key)}: expected ${expected}`);
  }
  for (const key of Object.keys(checks))
    if (required.has(key) && !(key in value)) throw new Error(`${place(key)}: missing`);
}

function oneOf(...texts: readonly string[]): Check {
  return [`one of ${texts.join(', ')}`, (value) => texts.some((known) => known === value)];
}

function listOf(holds: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
