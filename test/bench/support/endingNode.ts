import type { TestArchive } from '../../archive/support/cluster.ts';
import { control } from '../../archive/support/cluster.ts';

/** A node that ends when a third of so much is done, and comes again at two thirds; where the cluster is somebody else's it does neither. */
export class EndingNode {
  readonly #node: number;
  readonly #count: number;
  #ended: Promise<void> | undefined;
  #back: Promise<void> | undefined;

  constructor(node: number, count: number) {
    this.#node = node;
    this.#count = count;
  }

  at(done: number): void {
    if (done > this.#count / 3) this.#ended ??= control?.('stop', this.#node);
    if (done > (2 * this.#count) / 3) this.#back ??= this.#ended?.then(() => control?.('start', this.#node));
  }

  /** Resolves when the cluster is as it was. */
  async whole(archive: TestArchive): Promise<void> {
    await this.#ended;
    this.#back ??= control?.('start', this.#node);
    await this.#back;
    await archive.green();
  }
}
