/** Why a value differs in any two sessions, whatever happened in them. */
export type NoiseReason = 'ownId' | 'clock' | 'secret';

/**
 * Names whose values say nothing when they differ, as they are written in payloads and parameters; letter case, `_`, `-` and spaces do
 * not matter. Differences of these are told apart from others, and counted by nobody. Names of what a caller said or what a service
 * decided do not belong here.
 */
const noise: readonly { readonly reason: NoiseReason; readonly names: readonly string[] }[] = [
  {
    // Made anew for each session, request or call.
    reason: 'ownId',
    names: [
      'session_id',
      'conversation_id',
      'conversation_uuid',
      'request_id',
      'x-request-id',
      'x-session-id',
      'correlation_id',
      'x-correlation-id',
      'call_id',
      'call_uuid',
      'message_id',
      'message_uuid',
      'leg_id',
      'trace',
      'trace_id',
      'span_id',
      'traceparent',
      'nonce',
    ],
  },
  {
    // When something ran, which is never the same twice.
    reason: 'clock',
    names: [
      'timestamp',
      'current_time',
      'request_time',
      'response_time',
      'server_time',
      'created_at',
      'updated_at',
      'session_start_time',
      'session_end_time',
    ],
  },
  {
    // Issued anew, and nothing to be read side by side.
    reason: 'secret',
    names: [
      'authorization',
      'proxy-authorization',
      'cookie',
      'set-cookie',
      'access_token',
      'refresh_token',
      'signature',
    ],
  },
];

const reasons = new Map(noise.flatMap(({ reason, names }) => names.map((name) => [plain(name), reason] as const)));

/** Why a difference under this name means nothing; undefined when it may mean something. */
export function noiseReason(name: string): NoiseReason | undefined {
  return reasons.get(plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}
