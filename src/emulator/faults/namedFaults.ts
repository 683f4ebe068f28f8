import type { Fault, FaultScenario } from './faults.ts';

/** Every error state that can be seen by hand: an id to name it by, and the scenario that brings it about. */
export interface NamedFaults {
  readonly id: string;
  readonly scenario: FaultScenario;
}

const always = (fault: Fault): FaultScenario => ({ rules: [{ fault }] });

/** Ready scenarios, from the most ordinary to the strangest. Their words are made where people see them. */
export const namedFaults = [
  { id: 'slow', scenario: always({ kind: 'latency', ms: 3000, jitterMs: 2000 }) },
  { id: 'noAnswer', scenario: always({ kind: 'noAnswer' }) },
  { id: 'rateLimited', scenario: always({ kind: 'rateLimit', retryAfter: 5 }) },
  { id: 'rateLimitedNoHint', scenario: always({ kind: 'rateLimit' }) },
  { id: 'rateLimitedOnce', scenario: { rules: [{ fault: { kind: 'rateLimit', retryAfter: 1 }, every: 2 }] } },
  { id: 'serverError', scenario: always({ kind: 'status', status: 500 }) },
  { id: 'unavailable', scenario: always({ kind: 'status', status: 503, body: '' }) },
  {
    id: 'flaky',
    scenario: { seed: 7, rules: [{ fault: { kind: 'status', status: 502 }, probability: 0.4 }] },
  },
  { id: 'keyRefused', scenario: always({ kind: 'status', status: 401 }) },
  { id: 'cutBefore', scenario: always({ kind: 'resetBeforeAnswer' }) },
  { id: 'cutInBody', scenario: always({ kind: 'resetInBody' }) },
  { id: 'halfBody', scenario: always({ kind: 'halfBody' }) },
  { id: 'slowBody', scenario: always({ kind: 'slowBody', ms: 500, pieces: 20 }) },
  { id: 'html', scenario: always({ kind: 'html' }) },
  { id: 'wrongJson', scenario: always({ kind: 'wrongJson' }) },
  { id: 'emptyBody', scenario: always({ kind: 'emptyBody' }) },
  { id: 'wrongContentType', scenario: always({ kind: 'wrongContentType' }) },
  { id: 'damagedPacking', scenario: always({ kind: 'packed', as: 'gzip', damage: 'cut' }) },
  { id: 'redirect', scenario: always({ kind: 'redirect' }) },
  { id: 'cappedTotal', scenario: always({ kind: 'cappedTotal', most: 100 }) },
  { id: 'onlyParameters', scenario: always({ kind: 'onlyParameters' }) },
  {
    id: 'moving',
    scenario: { seed: 3, rules: [{ fault: { kind: 'inserted' } }, { fault: { kind: 'deleted' }, every: 2 }] },
  },
  { id: 'repeating', scenario: always({ kind: 'repeated' }) },
  { id: 'withholding', scenario: always({ kind: 'withheld' }) },
  { id: 'reordering', scenario: always({ kind: 'reordered' }) },
  { id: 'falseTotal', scenario: always({ kind: 'falseTotal', by: 1000 }) },
  { id: 'unheededDates', scenario: always({ kind: 'unheeded', parameters: ['from_date'] }) },
  { id: 'unheededFilter', scenario: always({ kind: 'unheeded', parameters: ['filter_by'] }) },
  { id: 'optionalShould', scenario: always({ kind: 'optionalShould' }) },
  { id: 'unheededPages', scenario: always({ kind: 'unheeded', parameters: ['page_number'] }) },
  {
    id: 'secondPageFails',
    scenario: { rules: [{ fault: { kind: 'status', status: 500 }, routes: ['search'], every: 2 }] },
  },
] as const satisfies readonly NamedFaults[];
