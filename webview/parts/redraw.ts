/** Draws a page when it is told to, and once for all that changed meanwhile. */
export class Redraw {
  readonly #draw: () => void;
  #pending = false;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** What was to be drawn soon is drawn with it. */
  now(): void {
    this.#pending = false;
    this.#draw();
  }

  /** As soon as what runs is done. */
  soon(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      if (this.#pending) this.now();
    });
  }
}
