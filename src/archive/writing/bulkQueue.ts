import type { BulkDocument } from './bulkDocument.ts';

const mostBytes = 4 * 1024 * 1024;
const mostDocuments = 1000;
/** Requests on their way at once: a cluster writes one while it takes the next. */
const atOnce = 3;

export interface BulkQueueOptions {
  /** Sends documents together. */
  readonly write: (documents: readonly BulkDocument[]) => Promise<void>;
  /** One request failed: no other is sent. */
  readonly onFailure: () => void;
}

/** Puts documents together into requests. No more of them are in memory than the few requests that are on their way hold. */
export class BulkQueue {
  readonly #options: BulkQueueOptions;
  readonly #underWay = new Set<Promise<void>>();
  #waiting: BulkDocument[] = [];
  #bytes = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor(options: BulkQueueOptions) {
    this.#options = options;
  }

  /** What the first request failed with that did. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Waits while as many are on their way as may be. Throws what a request before failed with. */
  async add(document: BulkDocument): Promise<void> {
    this.#waiting.push(document);
    this.#bytes += document.size;
    if (this.#bytes >= mostBytes || this.#waiting.length >= mostDocuments) await this.#send();
  }

  /** Resolves when everything that was added is written. Throws what a request failed with. */
  async settle(): Promise<void> {
    await this.#send();
    await Promise.all(this.#underWay);
    this.#throwFailure();
  }

  async #send(): Promise<void> {
    const documents = this.#waiting;
    [this.#waiting, this.#bytes] = [[], 0];
    if (documents.length === 0) return;
    while (this.#underWay.size >= atOnce) await Promise.race(this.#underWay);
    this.#throwFailure();
    const { write, onFailure } = this.#options;
    const writing: Promise<void> = write(documents)
      .catch((error: unknown) => {
        this.#failure ??= { error };
        onFailure();
      })
      .finally(() => this.#underWay.delete(writing));
    this.#underWay.add(writing);
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
