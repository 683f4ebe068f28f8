import { tellBelow } from '../tellBelow.ts';
import { words } from '../words/words.ts';

/** Whatever extensions do meanwhile, they hear a page sooner than this. */
const longestMs = 10_000;

/**
 * Tells the person when nobody hears the page any more: VS Code leaves a page as it is when it starts its extensions again, and the new
 * ones know nothing of it.
 */
export class Silence {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #takeBack: (() => void) | undefined;

  /** The page asked for something, which is heard at once where somebody is there. */
  asked(): void {
    this.#timer ??= setTimeout(() => this.#tell(), longestMs);
  }

  /** Somebody is there. */
  ended(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#takeBack?.();
    this.#takeBack = undefined;
  }

  #tell(): void {
    this.#takeBack = tellBelow(words.unheard);
  }
}
