import { inertText } from '../../domain/text/inertText.ts';

/** What asks a terminal whether it is well, and what it answers when it has read all that was written before. */
const question = '\u001B[5n';
const answer = '\u001B[0n';

/** How long a terminal that answers nothing is waited for, in milliseconds. */
const patience = 5_000;

/**
 * What a task writes to its terminal. VS Code hands the lines of a terminal to the problem matcher, but not those that it reads before its
 * listener stands, and none that it reads later than a tenth of a second after the end: on a busy machine, findings would be lost.
 */
export class TaskOutput {
  readonly #write: (data: string) => void;
  readonly #waiting = new Set<() => void>();
  #isGone = false;

  constructor(write: (data: string) => void) {
    this.#write = write;
  }

  /** Writes a line. Its place is a terminal, which obeys what is no text. */
  line(text: string): void {
    this.#write(`${inertText(text)}\r\n`);
  }

  /** Resolves when the terminal has read what was written, or does not say so for long. */
  async settled(): Promise<void> {
    if (this.#isGone) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patience);
      this.#waiting.add(done);
      this.#write(question);
    });
  }

  /** Takes what the terminal says by itself, and tells whether it was that. */
  heard(data: string): boolean {
    if (data !== answer) return false;
    for (const done of this.#waiting) done();
    return true;
  }

  /** Lets nobody wait for a terminal that is gone. */
  close(): void {
    this.#isGone = true;
    for (const done of this.#waiting) done();
  }
}
