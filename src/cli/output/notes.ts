import type { Writable } from 'node:stream';
import { plainText } from './plainText.ts';

/** What is said beside the results, on the error output. */
export class Notes {
  readonly #stream: Writable;
  readonly #isTerminal: boolean;
  #progress = false;

  constructor(stream: Writable & { readonly isTTY?: boolean }) {
    this.#stream = stream;
    this.#isTerminal = stream.isTTY === true;
  }

  /** A line of its own for each line of the text. */
  say(text: string): void {
    this.endProgress();
    this.#stream.write(`${text.split('\n').map(plainText).join('\n')}\n`);
  }

  /** Takes the place of what was said of progress before. Only a person has a use for it. */
  progress(text: string): void {
    if (!this.#isTerminal) return;
    this.#progress = true;
    this.#stream.write(`\r\u001B[K${plainText(text)}`);
  }

  endProgress(): void {
    if (this.#progress) this.#stream.write('\r\u001B[K');
    this.#progress = false;
  }
}
