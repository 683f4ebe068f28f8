import { Channel } from '../src/protocol/channel.ts';
import type { HostMessage, PageAnswers, PageMessage } from '../src/protocol/messages.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The host, as the page knows it. Made once: VS Code hands its API out only once. */
export interface Host {
  readonly channel: Channel<PageMessage, PageAnswers, HostMessage>;
  /** What was kept over a reload of the window; written by any version, so read with care. */
  readonly kept: unknown;
  keep(state: unknown): void;
}

export function connectHost(handle: (message: HostMessage) => unknown): Host {
  const api = acquireVsCodeApi();
  const channel: Host['channel'] = new Channel({ post: (envelope) => api.postMessage(envelope), handle });
  window.addEventListener('message', (event) => channel.receive(event.data));
  return { channel, kept: api.getState(), keep: (state) => api.setState(state) };
}
