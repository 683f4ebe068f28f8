import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { answer } from '../../../../src/emulator/service/routes.ts';

/** A session that started at noon of a day in the range of `searched`, with whatever else it is given. */
export function session(id: string, more: object = {}): SessionDocument {
  return { id, session_start_time: '2026-05-10T12:00:00.000000', ...more } as SessionDocument;
}

export const range = { from_date: '2026-05-01', to_date: '2026-05-31' };

export function indexOf(...sessions: SessionDocument[]): SessionIndex {
  return new SessionIndex(sessions);
}

export function targetOf(parameters: Record<string, unknown>): string {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `/insights/sessions?${new URLSearchParams(texts)}`;
}

export interface Answer {
  readonly status: number;
  readonly message: string | undefined;
  readonly ids: readonly string[];
  readonly body: Record<string, unknown>;
}

/** Each search that was made, for who wants to ask somebody else the same. */
export const searches: { readonly index: SessionIndex; readonly target: string; readonly answer: Answer }[] = [];

/** Searches May 2026 unless the parameters say otherwise. */
export function searched(index: SessionIndex, parameters: Record<string, unknown> = {}): Answer {
  const target = targetOf({ ...range, page_size: 100, ...parameters });
  const answer = asked(index, target);
  searches.push({ index, target, answer });
  return answer;
}

export function asked(index: SessionIndex, target: string, method = 'GET'): Answer {
  const { status, body } = answer(index, { method, target });
  const object = body as Record<string, unknown>;
  const hits = (object.hits ?? []) as { id?: string }[];
  return { status, message: object.message as string | undefined, ids: hits.map((hit) => hit.id ?? '?'), body: object };
}
