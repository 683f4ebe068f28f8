import type { Step } from '../../../src/domain/session/steps.ts';
import { knownStepName } from '../../parts/words/words.ts';
import type { PartId } from '../model/viewState.ts';
import { partIds } from '../model/viewState.ts';

/** The parts that the detail of a step has. That a webhook sent or got nothing is worth saying; of other steps it is the rule. */
export function partsOf(step: Step): readonly PartId[] {
  const webhook = isWebhook(step);
  const { responsePayload, requestPayload, requestHeaders, statusMessage } = step;
  const has: Readonly<Record<PartId, boolean>> = {
    response: webhook || hasText(responsePayload) || hasText(statusMessage),
    request: webhook || hasText(requestPayload),
    headers: hasText(requestHeaders),
    state: true,
    raw: true,
  };
  return partIds.filter((part) => has[part]);
}

/** The part that is shown: the one that was chosen, where the step has it, else the one that tells most of it. */
export function partShown(step: Step, chosen: PartId | undefined): PartId {
  if (chosen !== undefined && partsOf(step).includes(chosen)) return chosen;
  if (isWebhook(step) || (step.problem !== undefined && hasText(step.responsePayload))) return 'response';
  return knownStepName(step.type ?? '') === undefined && !hasState(step) ? 'raw' : 'state';
}

function hasState({ parameters, altered, tags }: Step): boolean {
  return parameters.length + altered.length + tags.length > 0;
}

export function isWebhook({ type }: Pick<Step, 'type'>): boolean {
  return type?.toLowerCase() === 'webhook';
}

export function hasText(payload: unknown): boolean {
  return payload !== undefined && payload !== null && payload !== '';
}
