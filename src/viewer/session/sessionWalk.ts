import * as vscode from 'vscode';
import type { Neighbours } from './neighbours.ts';

/** Where a step leads: to a session, or nowhere for a reason. */
interface Step {
  readonly at: vscode.Uri;
  readonly sentence?: string;
}

/** Walks from a session to the next of its list, in the place where that one was shown. */
export class SessionWalk {
  readonly #neighbours: Neighbours;
  /** The step that is under way: a key that is pressed meanwhile goes on from where it leads. */
  #walking: { readonly from: string; readonly step: Promise<Step> } | undefined;

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
  }

  /** Answers with a sentence when there is nowhere to go. */
  async go(session: vscode.Uri, direction: 1 | -1): Promise<string | undefined> {
    const from = session.toString();
    const before = this.#walking?.from === from ? this.#walking.step : Promise.resolve({ at: session });
    const walking = { from, step: this.#step(before, direction) };
    this.#walking = walking;
    try {
      const { at, sentence } = await walking.step;
      if (sentence !== undefined) return sentence;
      // A preview takes the place of the one in front; what is pinned stays.
      await vscode.commands.executeCommand('vscode.open', at, { preview: true, preserveFocus: false });
      return undefined;
    } finally {
      if (this.#walking === walking) this.#walking = undefined;
    }
  }

  async #step(before: Promise<Step>, direction: 1 | -1): Promise<Step> {
    const { at } = await before;
    const to = await this.#neighbours.beside(at, direction);
    return to instanceof vscode.Uri ? { at: to } : { at, sentence: to };
  }
}
