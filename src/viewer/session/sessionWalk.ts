import * as vscode from 'vscode';
import type { ListPlace } from '../../protocol/messages.ts';
import type { Neighbours } from './neighbours.ts';

/** Where a walk leads to: a session, and why it went no further if it did not. */
interface Reached {
  readonly at: vscode.Uri;
  readonly sentence?: string;
}

interface Step {
  readonly direction: 1 | -1;
  /** Only to sessions that failed. */
  readonly failing?: boolean;
}

interface Walker {
  readonly uri: vscode.Uri;
  /** Whether it is the editor in front. */
  readonly active: boolean;
  /** Shows where the walk has come to, before anything is opened. */
  readonly showPlace: (place: ListPlace | undefined) => Promise<void>;
}

/** After so long without another press a session is opened: as fast as keys are pressed, none is opened only to be left. */
const restMs = 180;

/** Walks from a session to the next of its list, in the place where that one was shown. */
export class SessionWalk {
  readonly #neighbours: Neighbours;
  readonly #opening: (session: vscode.Uri) => void;
  /** The walk that is under way: a key that is pressed meanwhile goes on from where it leads. */
  #walking: { readonly from: string; readonly reached: Promise<Reached> } | undefined;

  /** `opening` hears of each session that a walk opens. */
  constructor(neighbours: Neighbours, opening: (session: vscode.Uri) => void) {
    this.#neighbours = neighbours;
    this.#opening = opening;
  }

  /** Answers with a sentence when there is nowhere to go. */
  async go(walker: Walker, step: Step): Promise<string | undefined> {
    const { uri } = walker;
    const from = uri.toString();
    const before = this.#walking?.from === from ? this.#walking.reached : Promise.resolve({ at: uri });
    const walking = { from, reached: this.#step(before, step) };
    this.#walking = walking;
    try {
      const { at, sentence } = await walking.reached;
      if (this.#walking !== walking) return undefined;
      // Also when the walk has come back to where it began.
      void walker.showPlace(await this.#neighbours.placeOf(at));
      if (at.toString() === from) return sentence;
      await new Promise((resolve) => setTimeout(resolve, restMs));
      // A later press opens where it leads.
      if (this.#walking !== walking) return undefined;
      // Who went elsewhere meanwhile is not fetched back.
      if (!walker.active) {
        void walker.showPlace(await this.#neighbours.placeOf(uri));
        return undefined;
      }
      this.#opening(at);
      // A preview takes the place of the one in front; what is pinned stays.
      await vscode.commands.executeCommand('vscode.open', at, { preview: true, preserveFocus: false });
      return sentence;
    } finally {
      if (this.#walking === walking) this.#walking = undefined;
    }
  }

  async #step(before: Promise<Reached>, { direction, failing = false }: Step): Promise<Reached> {
    const { at } = await before;
    const to = await this.#neighbours.beside(at, direction, failing);
    return to instanceof vscode.Uri ? { at: to } : { at, sentence: to };
  }
}
