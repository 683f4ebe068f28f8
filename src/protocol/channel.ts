interface Message {
  readonly type: string;
}

type Envelope =
  | { readonly type: 'request'; readonly number: number; readonly message: unknown }
  /** The request has come: its answer may take as long as a person does. */
  | { readonly type: 'taken'; readonly number: number }
  | { readonly type: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly type: 'error'; readonly number: number; readonly reason: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One end of a line between host and page: every request is answered, also when its handler throws. */
export class Channel<Out extends Message, OutAnswers extends Record<Out['type'], unknown>, In extends Message> {
  readonly #post: (envelope: Envelope) => unknown;
  readonly #handle: (message: In) => unknown;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor({ post, handle }: { post: (envelope: Envelope) => unknown; handle: (message: In) => unknown }) {
    this.#post = post;
    this.#handle = handle;
  }

  request<Sent extends Out>(message: Sent): Promise<OutAnswers[Sent['type']]> {
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: (value) => resolve(value as OutAnswers[Sent['type']]), reject });
      this.#post({ type: 'request', number, message });
    });
  }

  /** Takes what arrived; what is none of ours is left alone. */
  receive(data: unknown): void {
    if (!isEnvelope(data)) return;
    if (data.type === 'taken') return;
    if (data.type === 'request') {
      this.#post({ type: 'taken', number: data.number });
      void this.#answer(data.number, data.message as In);
      return;
    }
    const waiting = this.#waiting.get(data.number);
    this.#waiting.delete(data.number);
    if (data.type === 'answer') waiting?.resolve(data.value);
    else waiting?.reject(new Error(data.reason));
  }

  /** The other end is gone: whoever still waits hears of it. */
  close(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The other end is gone.'));
    this.#waiting.clear();
  }

  async #answer(number: number, message: In): Promise<void> {
    try {
      this.#post({ type: 'answer', number, value: await this.#handle(message) });
    } catch (error) {
      this.#post({ type: 'error', number, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

function isEnvelope(data: unknown): data is Envelope {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('number' in data)) return false;
  return typeof data.number === 'number' && ['request', 'taken', 'answer', 'error'].includes(String(data.type));
}
