import type { Mask } from '../../../src/domain/masking/mask.ts';
import type { ListPlace, NodeNames, SessionView } from '../../../src/protocol/messages.ts';
import { loadedMasking } from '../../parts/masking/masking.ts';
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
    const { model } = this;
    this.#view = view;
    this.#content = this.#read(view, view.settings.masked ? loadedMasking().createMask() : undefined);
    if (model && this.#content.type === 'model')
      this.#content = { type: 'model', model: withNews(this.#content.model, model) };
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
    return this.#view?.settings.masked ? this.under(undefined) : this.model;
  }

  /** The same session as another mask leaves it, or none. */
  under(mask: Mask | undefined): SessionModel | undefined {
    const content = this.#view && this.#read(this.#view, mask);
    return content?.type === 'model' ? content.model : undefined;
  }

  #read({ content, nodeNames }: SessionView, mask: Mask | undefined): Content {
    return readContent(content, { nodeNames, mask, chosen: this.#chosen });
  }
}

/** A session as it is now, with what came since it was shown before. */
function withNews(now: SessionModel, before: SessionModel): SessionModel {
  const count = before.conversation.steps.length;
  if (now.conversation.steps.length < count) return now;
  const newFrom = count > 0 && now.conversation.steps.length > count ? count : before.newFrom;
  return newFrom === undefined ? now : { ...now, newFrom };
}
