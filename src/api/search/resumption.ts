/** Lets rows be gone on with after a failure: who asks for the next one then asks again for what had failed. */
export class Resumption {
  readonly #paused: (() => void)[] = [];
  #fail: (error: unknown) => void = () => {};
  #ended = false;

  /** What the rows are made of is asked for through this: a failure is told to who waits for a row, and ends nothing. */
  async lasting<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (this.#ended) throw error;
        await new Promise<void>((goOn) => {
          this.#paused.push(goOn);
          this.#fail(error);
        });
        if (this.#ended) throw error;
      }
    }
  }

  /** The rows, whose `next` rejects with what stands in its way, and may then be called again. One call at a time; `return` ends them. */
  rows<T>(rows: AsyncIterator<T>): AsyncIterator<T> {
    let row: Promise<IteratorResult<T>> | undefined;
    return {
      next: () => {
        const failure = new Promise<never>((_resolve, reject) => {
          this.#fail = reject;
        });
        for (const goOn of this.#paused.splice(0)) goOn();
        row ??= rows.next().finally(() => {
          row = undefined;
        });
        return Promise.race([row, failure]);
      },
      return: async () => {
        this.#ended = true;
        // Nobody waits any more for a row that failed.
        row?.catch(() => {});
        for (const goOn of this.#paused.splice(0)) goOn();
        await rows.return?.();
        return { done: true, value: undefined };
      },
    };
  }
}
