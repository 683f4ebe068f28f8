import { Channel } from '../src/protocol/channel.ts';
import type { HostMessage, PageAnswers, PageMessage } from '../src/protocol/messages.ts';

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
}

/** The host of the page that shows a session. */
export type Host = PageHost<PageMessage, PageAnswers, HostMessage>;

export function connectHost<Out extends Message, Answers extends Record<Out['type'], unknown>, In extends Message>(
  handle: (message: In) => unknown,
): PageHost<Out, Answers, In> {
  const api = acquireVsCodeApi();
  const channel = new Channel<Out, Answers, In>({ post: (envelope) => api.postMessage(envelope), handle });
  window.addEventListener('message', (event) => channel.receive(event.data));
  return { channel, kept: api.getState(), keep: (state) => api.setState(state) };
}
