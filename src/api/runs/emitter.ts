/** Tells listeners; has the shape of VS Code's events without needing VS Code. Only its owner can fire. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    const added = (value: T): void => listener(value);
    this.#listeners.add(added);
    return { dispose: () => this.#listeners.delete(added) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
