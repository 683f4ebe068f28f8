import type { Session } from '../../../schemas/generated/session.ts';
import { asNumber, asRecord, asText } from '../json/looseValues.ts';
import { parseServiceTime } from '../time/serviceTime.ts';

/** A session as the service stores it. Every field may be missing, and may hold something else than documented. */
export type SessionDocument = Session;

/** How the caller reached the agent. Voice and telephony are one. */
export type ChannelKind = 'voice' | 'whatsapp' | 'sms' | 'http' | 'other' | 'unknown';

/** How the session went, as the service says; `inProgress` while it goes on and nothing went wrong so far. */
export type Outcome = 'success' | 'warning' | 'error' | 'inProgress' | 'unknown';

/** What a row or a header says of a session. */
export interface SessionSummary {
  readonly id?: string;
  readonly start?: Date;
  readonly end?: Date;
  readonly caller?: string;
  readonly destination?: string;
  /** The agent's name. */
  readonly agent?: string;
  readonly agentId?: string;
  /** The channel as the document spells it. */
  readonly channel?: string;
  readonly channelKind: ChannelKind;
  /** Absent when the service did not measure it, which is not 0. */
  readonly durationMs?: number;
  readonly outcome: Outcome;
  readonly status?: string;
}

/** Reads what there is to read of any document; never throws. */
export function summarise(document: unknown): SessionSummary {
  const session = asRecord(document);
  const agent = asRecord(session.agent_information);
  const channelData = asRecord(session.channel_data);
  const channel = asText(session.channel);
  const status = asText(session.status) ?? asText(channelData.call_status);
  return withoutUndefined({
    id: asText(session.id),
    start: parseServiceTime(session.session_start_time),
    end: parseServiceTime(session.session_end_time),
    caller: asText(session.source),
    destination: asText(session.destination),
    agent: asText(agent.name),
    agentId: asText(agent.id),
    channel,
    channelKind: readChannelKind(channel),
    durationMs: asNumber(channelData.duration),
    outcome: readOutcome(channelData.status_code, isInProgress({ status })),
    status,
  });
}

/** Whether nothing of it will change any more. Of words for a status that are not documented, only an end tells. */
export function hasEnded({ status, end }: Pick<SessionSummary, 'status' | 'end'>): boolean {
  return status?.trim().toLowerCase() === 'ended' || (!isInProgress({ status }) && end !== undefined);
}

/** Whether the service says that it still goes on. */
export function isInProgress({ status }: { readonly status?: string | undefined }): boolean {
  return status?.trim().toLowerCase() === 'in_progress';
}

export function readChannelKind(channel: string | undefined): ChannelKind {
  const word = channel?.trim().toLowerCase();
  switch (word) {
    case undefined:
    case '':
      return 'unknown';
    case 'voice':
    case 'telephony':
    case 'phone':
      return 'voice';
    case 'whatsapp':
    case 'sms':
    case 'http':
      return word;
    default:
      return 'other';
  }
}

/** 0, 100 and 200 are the service's own codes. They are not HTTP: 200 is an error. A session begins with 0. */
export function readOutcome(statusCode: unknown, inProgress: boolean): Outcome {
  switch (asNumber(statusCode)) {
    case 0:
      return inProgress ? 'inProgress' : 'success';
    case 100:
      return 'warning';
    case 200:
      return 'error';
    default:
      return inProgress ? 'inProgress' : 'unknown';
  }
}

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
