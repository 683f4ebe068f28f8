import type { Run } from '../../api/runs/run.ts';
import type { Mask } from '../../domain/masking/mask.ts';
import { createMask } from '../../domain/masking/mask.ts';

/** One mask for each run, so that an alias in its rows is the same person in its facets. */
export class RunMasks {
  readonly #isMasked: () => boolean;
  readonly #masks = new WeakMap<Run, Mask>();

  constructor(isMasked: () => boolean) {
    this.#isMasked = isMasked;
  }

  /** Undefined while personal data is shown as it is. */
  of(run: Run): Mask | undefined {
    if (!this.#isMasked()) return undefined;
    const known = this.#masks.get(run);
    if (known) return known;
    const mask = createMask();
    this.#masks.set(run, mask);
    return mask;
  }
}
