import type { AnswerExcerpt } from '../../api/client/insightsErrors.ts';

/** There is no such session: what the service's client throws as well, by name and by facts. */
export class SessionNotFound extends Error {
  override readonly name = 'InsightsError';
  readonly code = 'notFound';
  readonly what = 'session';
  readonly day = undefined;
  readonly answer: AnswerExcerpt = { status: 404, contentType: 'application/json', text: '' };
}
