import { asList, asRecord, asText } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { parametersIn } from '../../session/collected.ts';
import { isInProgress, readChannelKind, readOutcome } from '../../session/session.ts';
import type { Parameter } from '../../session/steps.ts';
import { readTag } from '../../session/steps.ts';
import type { ListedFacet } from './facetFields.ts';

/** A value longer than this tells nobody anything in a list of values. */
const longest = 200;

const readers: Readonly<Record<ListedFacet, (document: unknown) => readonly (string | undefined)[]>> = {
  agent: (document) => [asText(asRecord(asRecord(document).agent_information).name)],
  version: (document) => [asText(asRecord(asRecord(document).agent_information).version_id)],
  channel: (document) => [channelOf(document)],
  outcome: (document) => [outcomeOf(document)],
  status: (document) => [statusOf(document)],
  tag: tagsOf,
  parameter: (document) => parametersOf(document).map(({ name }) => name),
  parameterValue: (document) =>
    parametersOf(document).map(({ name, value }) => (value === undefined ? undefined : pairOf(name, value))),
  webhook: (document) => stepsOf(document).map(webhookOf),
  responseCode: (document) => stepsOf(document).map((step) => asText(asRecord(step.response).code)),
  node: (document) => stepsOf(document).map((step) => asText(step.node_id)),
  stepType: (document) => stepsOf(document).map((step) => asText(step.type)),
};

/** The values of a session in a facet: texts, each once. Never throws. */
export function readFacet(facet: ListedFacet, document: unknown): readonly string[] {
  const values = new Set<string>();
  for (const value of readers[facet](document)) {
    if (value !== undefined && value !== '' && value.length <= longest) values.add(value);
  }
  return [...values];
}

/** Two texts as one value of a facet: a tag and its category, a parameter and its value. */
export function pairOf(first: string, second: string | undefined): string {
  return JSON.stringify(second === undefined ? [first] : [first, second]);
}

export function readPair(value: string): readonly [first: string, second: string | undefined] {
  try {
    const read: unknown = JSON.parse(value);
    if (Array.isArray(read)) return [String(read[0] ?? ''), read[1] === undefined ? undefined : String(read[1])];
  } catch {
    // It is no pair: a text of its own.
  }
  return [value, undefined];
}

/** Voice and telephony are one, and so are all spellings. */
function channelOf(document: unknown): string | undefined {
  const channel = asText(asRecord(document).channel);
  const kind = readChannelKind(channel);
  return kind === 'other' || kind === 'unknown' ? channel : kind;
}

function outcomeOf(document: unknown): string | undefined {
  const code = asRecord(asRecord(document).channel_data).status_code;
  const outcome = readOutcome(code, isInProgress({ status: statusOf(document) }));
  return outcome === 'unknown' ? undefined : outcome;
}

function statusOf(document: unknown): string | undefined {
  const session = asRecord(document);
  return asText(session.status) ?? asText(asRecord(session.channel_data).call_status);
}

function tagsOf(document: unknown): readonly string[] {
  const session = asRecord(document);
  const listed = [...asList(session.tags_list), ...asList(asRecord(session.flow_data).collected_tags)].map(readTag);
  const all =
    listed.length > 0
      ? listed
      : entriesOf(asRecord(session.tags)).flatMap(([category, tags]) =>
          entriesOf(asRecord(tags)).map(([tag]) => ({ tag, category })),
        );
  return all.filter(({ tag }) => tag !== '').map(({ tag, category }) => pairOf(tag, category));
}

/** Those that the session's own view shows, as far as what was asked for holds them. */
function parametersOf(document: unknown): readonly Parameter[] {
  return parametersIn(document).filter(({ name }) => name !== '');
}

function stepsOf(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  return asList(asRecord(document).flow_path).map(asRecord);
}

/** Host and path: what stands behind them differs from call to call. */
function webhookOf(step: Readonly<Record<string, unknown>>): string | undefined {
  const type = asText(step.type);
  if (type !== undefined && type.toLowerCase() !== 'webhook') return undefined;
  const url = asText(asRecord(step.request).url) ?? (type && asText(asRecord(step.context).url));
  if (url === undefined || url === '') return undefined;
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^?#]+)/iu.exec(url)?.[1] ?? url.replace(/[?#].*$/su, '');
}
