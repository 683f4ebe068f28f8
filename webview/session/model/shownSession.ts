import type { ListPlace, NodeNames, SessionView } from '../../../src/protocol/messages.ts';
import type { Content, SessionModel } from './model.ts';
import { readContent, withNodeNames } from './model.ts';

/** The document that the host sent, and what the page made of it. */
export class ShownSession {
  #view: SessionView | undefined;
  #content: Content | undefined;
  #chosen: number | undefined;

  /** What the host sent last, with what changed since. */
  get view(): SessionView | undefined {
    return this.#view;
  }

  get content(): Content | undefined {
    return this.#content;
  }

  get model(): SessionModel | undefined {
    return this.#content?.type === 'model' ? this.#content.model : undefined;
  }

  show(view: SessionView): void {
    const { masked } = view.settings;
    this.#view = view;
    this.#content = readContent(view.content, { nodeNames: view.nodeNames, masked, chosen: this.#chosen });
  }

  /** Shows one of the sessions of a document that holds several. */
  choose(index: number): void {
    this.#chosen = index;
    if (this.#view) this.show(this.#view);
  }

  /** The document was not read again, only its nodes have other names. */
  rename(nodeNames: NodeNames): void {
    if (!this.#view || !this.#content) return;
    this.#view = { ...this.#view, nodeNames };
    this.#content = withNodeNames(this.#content, nodeNames);
  }

  /** The list around it changed. */
  move(place: ListPlace | undefined): void {
    if (!this.#view) return;
    const { place: _before, ...rest } = this.#view;
    this.#view = place ? { ...rest, place } : rest;
  }

  /** What was recorded, also while the page shows it masked. */
  recorded(): SessionModel | undefined {
    if (!this.#view?.settings.masked) return this.model;
    const content =
      this.#view && readContent(this.#view.content, { nodeNames: this.#view.nodeNames, chosen: this.#chosen });
    return content?.type === 'model' ? content.model : undefined;
  }
}
