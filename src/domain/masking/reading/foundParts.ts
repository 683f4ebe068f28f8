import type { TextPlace } from '../text/decodedText.ts';
import type { PrivatePart } from './privatePart.ts';
import { inOrder } from './privatePart.ts';

const none: readonly PrivatePart[] = [];

/** What was found in a text, by its offsets in the whole. */
export class FoundParts {
  readonly #found: PrivatePart[] = [];

  /** A part, by its offsets at `place`. */
  add(place: TextPlace, { kind, start, end, value, name, quote }: PrivatePart): void {
    if (start < end) this.#found.push({ kind, start: place.at(start), end: place.at(end), value, name, quote });
  }

  get parts(): readonly PrivatePart[] {
    return inOrder(this.#found);
  }

  get count(): number {
    return this.#found.length;
  }

  /** Those that were found since there were so many. */
  since(count: number): readonly PrivatePart[] {
    return count === this.#found.length ? none : this.#found.slice(count);
  }

  hasSecret(value: string, since: number): boolean {
    for (let index = since; index < this.#found.length; index += 1) {
      const part = this.#found[index];
      if (part?.kind === 'secret' && part.value === value) return true;
    }
    return false;
  }
}
