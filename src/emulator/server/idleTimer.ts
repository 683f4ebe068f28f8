import type { ServerResponse } from 'node:http';

/** Tells once when nothing has been answered for a while, from when it is started. */
export class IdleTimer {
  readonly #idle: () => void;
  #answering = 0;
  #ms: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(idle: () => void) {
    this.#idle = idle;
  }

  start(ms: number): void {
    this.#ms = ms;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#ms = undefined;
  }

  /** Nothing is idle before that answer was sent, or nobody waits for it any more. */
  busyUntil(response: ServerResponse): void {
    this.#answering++;
    response.once('close', () => {
      this.#answering--;
      this.#wait();
    });
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#ms === undefined || this.#answering > 0) return;
    this.#timer = setTimeout(this.#idle, this.#ms).unref();
  }
}
