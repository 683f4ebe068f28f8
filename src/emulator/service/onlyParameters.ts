import type { EmulatorAnswer, EmulatorRequest } from './routes.ts';
import { routeName } from './routes.ts';

/** A service that has a session's parameters at their own address, and the session itself nowhere any more. */
export function onlyParameters(answer: EmulatorAnswer, request: EmulatorRequest): EmulatorAnswer {
  const route = routeName(request);
  if (answer.status !== 200 || (route !== 'get' && route !== 'find')) return answer;
  const path = request.target.split('?')[0] ?? '';
  if (route === 'find' || !path.endsWith('/parameters'))
    return { status: 404, body: { error: 'not_found', message: 'The session is no longer kept' } };
  const { params } = answer.body as { params?: unknown };
  return { status: 200, body: { parameters: params ?? {} } };
}
