import * as vscode from 'vscode';
import type { SentRequest } from '../api/insightsClient.ts';

/** The channel "Session Insights". Ids, queries, keys and bodies are never written to it. */
export class Log {
  readonly #channel = vscode.window.createOutputChannel('Session Insights', { log: true });

  request({ method, path, outcome, ms }: SentRequest): void {
    this.#channel.info(`${method} ${path} ${outcome} ${ms} ms`);
  }

  retry({ attempt, pauseMs, because }: { attempt: number; pauseMs: number; because: string }): void {
    this.#channel.warn(`attempt ${attempt} in ${Math.round(pauseMs)} ms after ${because}`);
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
