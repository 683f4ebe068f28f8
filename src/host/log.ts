import * as vscode from 'vscode';
import { LogWriter } from './logWriter.ts';

/** The channel "Session Insights". Queries, keys and whole answers are never written to it. */
export class Log extends LogWriter {
  readonly #channel: vscode.LogOutputChannel;

  constructor() {
    const channel = vscode.window.createOutputChannel('Session Insights', { log: true });
    super(channel);
    this.#channel = channel;
  }

  show(): void {
    this.#channel.show(true);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
