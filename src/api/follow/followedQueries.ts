import { Emitter } from '../runs/emitter.ts';

/** Which queries are followed, and how much came of them that nobody has looked at: told to whoever shows queries. */
export class FollowedQueries {
  readonly #unseen = new Map<string, number>();
  readonly #changed = new Emitter<string>();

  /** Tells the URI of the query. */
  readonly onDidChange = this.#changed.event;

  /** How many sessions are new; undefined for a query that is not followed. */
  unseenOf(queryUri: string): number | undefined {
    return this.#unseen.get(queryUri);
  }

  tell(queryUri: string, unseen: number | undefined): void {
    if (this.#unseen.get(queryUri) === unseen) return;
    if (unseen === undefined) this.#unseen.delete(queryUri);
    else this.#unseen.set(queryUri, unseen);
    this.#changed.fire(queryUri);
  }
}
