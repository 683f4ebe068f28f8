import { createKeyMask } from '../../domain/masking/keyMask.ts';
import { excerptOf } from './answerExcerpt.ts';
import type { ServiceDispatcher } from './dispatcher.ts';
import type { Answer } from './exchange.ts';
import { Exchange } from './exchange.ts';
import type { AnswerExcerpt } from './insightsErrors.ts';

export interface ClusterExchangeOptions {
  readonly dispatcher: ServiceDispatcher;
  readonly timeoutMs?: number;
  /** What must not be seen in anything that comes back. */
  readonly secret: string | undefined;
}

/** What a client of a cluster sends its requests by. */
export function clusterExchange({ dispatcher, timeoutMs, secret = '' }: ClusterExchangeOptions): {
  readonly exchange: Exchange;
  readonly excerptOf: (answer: Pick<Answer, 'status' | 'contentType' | 'body'>) => AnswerExcerpt;
} {
  const mask = createKeyMask(secret);
  return {
    exchange: new Exchange({ dispatcher, timeoutMs, mask }),
    excerptOf: (answer) => excerptOf(answer, mask),
  };
}
