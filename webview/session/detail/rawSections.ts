import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { isRecord } from '../../../src/domain/json/looseValues.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import { coveredAddress, masking } from '../../parts/masking/masking.ts';
import { partWords } from '../words/copyWords.ts';
import { hasText, isWebhook } from './detailParts.ts';
import { headersSection } from './headersSection.ts';
import type { PayloadActions } from './payloadSection.ts';
import { payloadSection } from './payloadSection.ts';

/** A step as it was recorded: its payloads letter by letter, its headers as lines, and its whole entry. */
export function rawSections(step: Step, of: Omit<PayloadActions, 'raw'>): TemplateResult {
  const actions = { ...of, raw: true };
  const { responsePayload: response, requestPayload: request, requestHeaders: headers } = step;
  const webhook = isWebhook(step);
  return html`
    ${webhook || hasText(response) ? payloadSection(partWords.response, step, response, actions) : nothing}
    ${webhook || hasText(request) ? payloadSection(partWords.request, step, request, actions) : nothing}
    ${hasText(headers) ? headersSection(step, actions) : nothing}
    ${payloadSection(partWords.recorded, step, withoutPayloads(step), { ...actions, raw: false })}
  `;
}

/** What is shown above is left out; of headers the secrets are covered there, and those of the address here. */
function withoutPayloads({ recorded }: Step): unknown {
  if (!isRecord(recorded)) return recorded;
  const known = made.get(recorded);
  if (known !== undefined) return known;
  const { request, response } = recorded;
  const rest = {
    ...recorded,
    ...(isRecord(request) ? { request: without(request, ['headers', 'payload']) } : {}),
    ...(isRecord(response) ? { response: without(response, ['payload']) } : {}),
  };
  if (masking()) made.set(recorded, rest);
  return rest;
}

/** A value that is drawn again has to be the same one: its folds hang on it. */
const made = new WeakMap<object, unknown>();

function without(record: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  const left = Object.entries(record).filter(([name]) => !names.includes(name));
  return Object.fromEntries(
    left.map(([name, value]) => [name, name === 'url' && typeof value === 'string' ? coveredAddress(value) : value]),
  );
}
