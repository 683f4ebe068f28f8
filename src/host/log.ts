import * as vscode from 'vscode';
import type { SentRequest } from '../api/client/serviceRequests.ts';
import type { ToldRetry } from './logLines.ts';
import { requestLine, retryLine } from './logLines.ts';

/** The channel "Session Insights". Ids, queries, keys and bodies are never written to it. */
export class Log {
  readonly #channel = vscode.window.createOutputChannel('Session Insights', { log: true });

  request(sent: SentRequest): void {
    this.#channel.info(requestLine(sent));
  }

  retry(retry: ToldRetry): void {
    this.#channel.warn(retryLine(retry));
  }

  info(text: string): void {
    this.#channel.info(text);
  }

  warn(text: string): void {
    this.#channel.warn(text);
  }

  show(): void {
    this.#channel.show(true);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
