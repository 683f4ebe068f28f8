import type { TestArchive } from '../../archive/support/cluster.ts';
import { control } from '../../archive/support/cluster.ts';

const awayMs = 20_000;

/** A node that ends in the middle of something, and comes again a while later; where the cluster is somebody else's it does neither. */
export class EndingNode {
  readonly #node: number;
  #away: Promise<void> | undefined;
  #isBack = false;

  constructor(node: number) {
    this.#node = node;
  }

  /** It has ended and is there again. */
  get isBack(): boolean {
    return this.#isBack;
  }

  /** Ends it, once. */
  end(): void {
    this.#away ??= this.#endAndStart();
  }

  async #endAndStart(): Promise<void> {
    await control?.('stop', this.#node);
    await new Promise((resolve) => setTimeout(resolve, control ? awayMs : 0));
    await control?.('start', this.#node);
    this.#isBack = true;
  }

  /** Resolves when the cluster is as it was. */
  async whole(archive: TestArchive): Promise<void> {
    this.end();
    await this.#away;
    await archive.green();
  }
}
