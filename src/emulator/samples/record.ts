import type { SessionDocument } from '../../domain/session/session.ts';
import type { CallFacts } from './callFacts.ts';
import type { CollectedParameters } from './collectedParameters.ts';
import { serviceTime } from './serviceTime.ts';
import type { Step } from './step.ts';

/** What a call has left behind. */
export interface Traces {
  readonly start: number;
  readonly duration: number;
  readonly turns: readonly string[];
  readonly steps: readonly Step[];
  readonly transcription: readonly Record<string, string>[];
  readonly tags: readonly string[];
  readonly parameters: CollectedParameters;
}

/** The session that the service stores of a call. */
export function record(call: CallFacts, traces: Traces): SessionDocument {
  const { agent, chance, stillOn } = call;
  const { start, duration, tags, parameters } = traces;
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const ended = stillOn ? 'in_progress' : 'ended';
  return {
    id: call.id,
    session_start_time: serviceTime(start, chance.between(0, 999)),
    ...(stillOn ? {} : { session_end_time: serviceTime(start + duration, chance.between(0, 999)) }),
    status: ended,
    account_id: '61a8f0c2d4e5b60012ab34cd',
    api_key: 'N/A',
    source: call.caller.number,
    destination: agent.phone,
    channel: call.channel,
    language: call.language,
    agent_information: {
      id: agent.id,
      version_id: agent.versionId,
      name: agent.name,
      voice: agent.voice,
      language: agent.language,
    },
    channel_data: {
      ...(call.isVoice && !stillOn ? { duration, audio_url: recording(call, duration) } : {}),
      call_status: ended,
      status_code: call.outcome,
    },
    request_ids: traces.turns,
    transcription: traces.transcription,
    tags: counts.size > 0 ? { [agent.category]: Object.fromEntries(counts) } : {},
    tags_list: [...counts].map(([tag, count]) => ({ count, tag, category: agent.category })),
    params: Object.fromEntries(parameters.all().map(({ name, value, completed }) => [name, { completed, value }])),
    parameters: Object.fromEntries(parameters.all().map(({ name, value }) => [name, value])),
    params_list: parameters.snapshot(),
    flow_data: {
      injected_parameters: [],
      collected_tags: tags.map((tag) => ({ tag, category: agent.category })),
      collected_parameters: parameters.completions,
    },
    flow_path: traces.steps,
  } as unknown as SessionDocument;
}

/** The service needs a while to file a recording. */
function recording({ agent, id }: CallFacts, duration: number): string | null {
  if (duration % 17 === 0) return null;
  return `https://studio-recordings.example.com/${agent.id}/${id}.mp3?token=sample-${id.slice(0, 8)}`;
}
