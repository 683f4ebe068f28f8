interface Disposable {
  dispose(): unknown;
}

/** Owns what is added to it. `add` returns its argument, so ownership shows where a thing is made. */
export class DisposableStore implements Disposable {
  readonly #owned = new Set<Disposable>();

  add<T extends Disposable>(disposable: T): T {
    this.#owned.add(disposable);
    return disposable;
  }

  /** Disposes everything, the newest first; one that throws does not keep the others. */
  dispose(): void {
    const owned = [...this.#owned].reverse();
    this.#owned.clear();
    const errors: unknown[] = [];
    for (const disposable of owned) {
      try {
        disposable.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Some disposables threw.');
  }
}

/** Holds the current one of something: setting another disposes the one before. */
export class MutableDisposable<T extends Disposable> implements Disposable {
  #value: T | undefined;

  get value(): T | undefined {
    return this.#value;
  }

  set value(next: T | undefined) {
    if (next === this.#value) return;
    const before = this.#value;
    this.#value = next;
    before?.dispose();
  }

  dispose(): void {
    this.value = undefined;
  }
}
