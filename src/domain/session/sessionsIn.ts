import { sessionKeys } from '../../../schemas/generated/sessionKeys.ts';
import type { LooseRecord } from '../json/looseValues.ts';
import { isRecord } from '../json/looseValues.ts';

/** Names that nothing but a session has. */
const tellingKeys = [
  ...['session_start_time', 'agent_information', 'transcription', 'flow_path', 'flow_data', 'channel_data'],
  ...['params_list', 'tags_list', 'request_ids'],
];

/**
 * The sessions of a JSON document in any shape that they are kept in: a session, a list, the service's answer (`hits`), Elasticsearch's
 * answer (`hits.hits`) or document (`_source`). What is none stays in the list as it is. Undefined for anything else.
 */
export function sessionsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.map((item) => sessionOf(item) ?? item);
  if (!isRecord(value)) return undefined;
  const session = sessionOf(value);
  if (session) return [session];
  const { hits } = value;
  if (Array.isArray(hits)) return sessionsIn(hits);
  return isRecord(hits) && Array.isArray(hits.hits) ? sessionsIn(hits.hits) : undefined;
}

/** A value as a session, out of the `_source` that Elasticsearch wraps it in; undefined when it is something else. */
export function sessionOf(value: unknown): LooseRecord | undefined {
  if (!isRecord(value)) return undefined;
  if (isRecord(value._source)) return isSession(value._source) ? value._source : undefined;
  return isSession(value) ? value : undefined;
}

/** Every field of a session may be missing, so that what has none but theirs is one too. */
function isSession(value: LooseRecord): boolean {
  return tellingKeys.some((key) => key in value) || Object.keys(value).every((key) => sessionKeys.includes(key));
}
