import type { Call } from './call.ts';

export type WebhookFate = 'answered' | 'not found' | 'failed' | 'page' | 'timed out';

/** Calls a made-up web service, which mostly answers. Says how it went, and marks the call's outcome. */
export function callService(
  call: Call,
  node: string,
  service: { url: string; verb: string; payload?: unknown; answer: unknown },
  weights = { notFound: 0.06, failed: 0.05, page: 0.025, timedOut: 0.03 },
): WebhookFate {
  const { chance } = call;
  const { url, verb, payload } = service;
  const exchange = (code: number, answer: unknown, ms: number) =>
    call.webhook(node, { url, verb, ...(payload === undefined ? {} : { payload }), code, answer, ms });
  const draw = chance.between(0, 9999) / 10_000;
  const { notFound, failed, page, timedOut } = weights;
  if (draw < notFound) {
    exchange(404, { error: 'not_found', message: 'No such record' }, chance.between(80, 400));
    return 'not found';
  }
  if (draw < notFound + failed) {
    const trace = chance.hex(16);
    exchange(
      500,
      { error: 'internal', message: 'NullPointerException at OrderMapper.java:118', trace },
      chance.between(300, 2500),
    );
    call.outcome = 200;
    return 'failed';
  }
  if (draw < notFound + failed + page) {
    exchange(
      502,
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
      chance.between(20, 90),
    );
    call.outcome = 200;
    return 'page';
  }
  if (draw < notFound + failed + page + timedOut) {
    exchange(408, '', 10_000 + chance.between(0, 40));
    call.outcome = 200;
    return 'timed out';
  }
  exchange(200, service.answer, chance.between(90, 900));
  return 'answered';
}
