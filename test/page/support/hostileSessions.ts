import { hostileTexts } from './hostileTexts.ts';

/** A list of sessions in which every text is hostile, a session for each of them. */
export function hostileSessions(): readonly unknown[] {
  return hostileTexts.map((text, at) => ({
    id: `${text}${at}`,
    session_start_time: new Date(Date.UTC(2026, 4, 30) - at * 60_000).toISOString().replace('Z', ''),
    source: text,
    channel: text,
    status: text,
    agent_information: { name: text, version_id: text },
    channel_data: { status_code: text, duration: text },
    tags_list: [{ tag: text, category: text }],
    params_list: [{ name: text, value: text }],
    flow_path: [
      { type: text, node_id: text },
      { type: 'webhook', request: { url: text }, response: { code: text } },
    ],
  }));
}
