import { zoneOffsets } from '../../../src/domain/time/zoneOffsets.ts';
import { cellWords } from './cellWords.ts';

interface Zone {
  readonly name: string;
  /** How far its clock is ahead of UTC. */
  readonly offset: (ms: number) => number;
  /** Says what stands in a cell. */
  readonly words: ReturnType<typeof cellWords>;
}

/** The zone that times are shown in: worked out anew only when it is another. */
export class ShownZone {
  #zone: Zone | undefined;

  named(name: string): Zone {
    if (this.#zone?.name !== name) {
      const offset = zoneOffsets(name);
      this.#zone = { name, offset, words: cellWords(offset) };
    }
    return this.#zone;
  }
}
