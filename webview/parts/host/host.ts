import { Channel } from '../../../src/protocol/channel.ts';
import type {
  ComparisonHostMessage,
  ComparisonPageAnswers,
  ComparisonPageMessage,
} from '../../../src/protocol/comparisonMessages.ts';
import type { HostMessage, PageAnswers, PageMessage } from '../../../src/protocol/messages.ts';
import type {
  ResultsHostMessage,
  ResultsPageAnswers,
  ResultsPageMessage,
} from '../../../src/protocol/resultsMessages.ts';
import type { TranslationAnswers, TranslationRequest } from '../../../src/protocol/translation.ts';
import { Silence } from './silence.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

interface Message {
  readonly type: string;
}

/** A page's host, as the page knows it. Made once: VS Code hands its API out only once. */
export interface PageHost<Out extends Message, Answers extends Record<Out['type'], unknown>, In extends Message> {
  readonly channel: Channel<Out, Answers, In>;
  /** What was kept over a reload of the window; written by any version, so read with care. */
  readonly kept: unknown;
  keep(state: unknown): void;
  /** Has `handle` answer what the host asks, and has asked already: until somebody listens it waits. */
  listen(handle: (message: In) => unknown): void;
}

/** The host of the page that shows a session. */
export type Host = PageHost<PageMessage | TranslationRequest, PageAnswers & TranslationAnswers, HostMessage>;

/** The host of the page that compares two. */
export type ComparisonHost = PageHost<
  ComparisonPageMessage | TranslationRequest,
  ComparisonPageAnswers & TranslationAnswers,
  ComparisonHostMessage
>;

/** The host of the page that shows what a query found. */
export type ResultsHost = PageHost<
  ResultsPageMessage | TranslationRequest,
  ResultsPageAnswers & TranslationAnswers,
  ResultsHostMessage
>;

export function connectHost<
  Out extends Message,
  Answers extends Record<Out['type'], unknown>,
  In extends Message,
>(): PageHost<Out, Answers, In> {
  const api = acquireVsCodeApi();
  let listen: PageHost<Out, Answers, In>['listen'] = () => {};
  const listener = new Promise<(message: In) => unknown>((resolve) => {
    listen = resolve;
  });
  const silence = new Silence();
  const channel = new Channel<Out, Answers, In>({
    post: (envelope) => {
      api.postMessage(envelope);
      if (envelope.type === 'request') silence.asked();
    },
    handle: async (message) => (await listener)(message),
  });
  window.addEventListener('message', (event) => {
    silence.ended();
    channel.receive(event.data);
  });
  // VS Code hands out null where it restores a page that kept nothing.
  return { channel, kept: api.getState() ?? undefined, keep: (state) => api.setState(state), listen };
}
