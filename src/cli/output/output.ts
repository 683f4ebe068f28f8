import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where results go. */
export class Output {
  readonly #stream: Writable;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
  readonly #coloured: boolean;

  constructor(stream: Writable & { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>) {
    this.#stream = stream;
    this.isTerminal = stream.isTTY === true;
    this.#coloured = this.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
  }

  /** Resolves when it can take more, so that what is read no faster than that stays small. */
  async write(text: string): Promise<void> {
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /** The text in a colour, where there are colours. */
  paint(colour: Colour, text: string): string {
    return this.#coloured ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text;
  }
}

const codes = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 } as const;
export type Colour = keyof typeof codes;
