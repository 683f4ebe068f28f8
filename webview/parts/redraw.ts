/** Draws a page when it is told to, and once for all that changed meanwhile. */
export class Redraw {
  readonly #draw: () => void;
  #pending = false;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  now(): void {
    this.#draw();
  }

  /** As soon as what runs is done. */
  soon(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#draw();
    });
  }
}
