import type * as vscode from 'vscode';

/** What a page tells of what a person looks at. */
interface Look {
  /** The page's own: what it shows, and never what a session holds. */
  readonly look: unknown;
  readonly step?: number;
}

const key = 'insights.session.look';

/** As many sessions are gone back to. */
const mostPlaces = 500;

/** What sessions were looked at with, for the next one that is opened, and at which step each was left. */
export class SessionLooks {
  readonly #kept: Pick<vscode.Memento, 'get' | 'update'>;
  /** The step at which each was left. */
  readonly #steps = new Map<string, number>();
  #walkedTo: string | undefined;

  constructor(kept: Pick<vscode.Memento, 'get' | 'update'>) {
    this.#kept = kept;
  }

  /** What a page that opens begins with. `walked`: whether it was come to through its list, and goes on as the one before. */
  of(session: vscode.Uri): { readonly step: number | undefined; readonly look: unknown; readonly walked: boolean } {
    const name = session.toString();
    const walked = this.#walkedTo === name;
    this.#walkedTo = undefined;
    return { step: this.#steps.get(name), look: this.#kept.get(key), walked };
  }

  keep(session: vscode.Uri, { look, step }: Look): void {
    if (step !== undefined) this.#leaveAt(session, step);
    void this.#kept.update(key, look);
  }

  #leaveAt(session: vscode.Uri, step: number): void {
    const name = session.toString();
    this.#steps.delete(name);
    this.#steps.set(name, step);
    for (const oldest of this.#steps.keys()) {
      if (this.#steps.size <= mostPlaces) break;
      this.#steps.delete(oldest);
    }
  }

  walkTo(session: vscode.Uri): void {
    this.#walkedTo = session.toString();
  }
}
