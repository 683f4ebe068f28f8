import { writeReadably } from '../../../src/domain/json/writeJson.ts';
import type { Outline } from '../../../src/domain/sharing/outline/outline.ts';
import { outlineMarkdown } from '../../../src/domain/sharing/outline/outlineMarkdown.ts';
import { outlineText } from '../../../src/domain/sharing/outline/outlineText.ts';
import { sessionOutline, stepOutline, turnOutline } from '../../../src/domain/sharing/outline/sessionOutline.ts';
import type { SharedForm } from '../../../src/protocol/messages.ts';
import type { Masking } from '../../parts/masking/masking.ts';
import type { SessionModel } from '../model/model.ts';
import type { ShownSession } from '../model/shownSession.ts';
import type { ShareWordsNeeds } from './shareWords.ts';
import { shareWords } from './shareWords.ts';

/** What of a session is shared: all of it, a turn or a step by its index, or a text that was selected. */
export type SharedPart =
  | { readonly kind: 'session' }
  | { readonly kind: 'turn' | 'step'; readonly index: number }
  | { readonly kind: 'selection'; readonly text: string };

/** What is covered in what leaves: nothing, secrets, or personal data as well. */
export type Cover = 'nothing' | 'secrets' | 'all';

/** What the page has, words in its language among them. */
export interface SharedTextsNeeds extends ShareWordsNeeds {
  readonly masking: Masking;
}

/** Writes a part of the session that is shown, under each cover. One value has one alias in all of it. */
export class SharedTexts {
  readonly #shown: Pick<ShownSession, 'view' | 'recorded' | 'under'>;
  readonly #needs: SharedTextsNeeds;

  constructor(shown: Pick<ShownSession, 'view' | 'recorded' | 'under'>, needs: SharedTextsNeeds) {
    this.#shown = shown;
    this.#needs = needs;
  }

  of(part: SharedPart, form: SharedForm, cover: Cover): string {
    const recorded = this.#shown.recorded();
    if (cover === 'nothing') return this.#write(recorded, part, form);
    const { masking } = this.#needs;
    const secretsOnly = cover === 'secrets';
    if (part.kind !== 'selection')
      return this.#write(this.#shown.under(masking.createMask({ secretsOnly })), part, form);
    // A selection is no document: its mask is told who called, and what was said for secrets.
    const { caller, destination: called } = recorded?.summary ?? {};
    const said = recorded?.covered(masking).said ?? [];
    const text = masking.createMask({ caller, called, said, secretsOnly }).text(part.text);
    return this.#write(recorded, { kind: 'selection', text }, form);
  }

  #write(model: SessionModel | undefined, part: SharedPart, form: SharedForm): string {
    if (!model) return '';
    if (form === 'json') return `${writeReadably(recordedOf(model, part))}\n`;
    if (part.kind === 'selection' && form === 'text') return part.text;
    const outline = this.#outline(model, part);
    return form === 'markdown' ? outlineMarkdown(outline) : outlineText(outline);
  }

  #outline(model: SessionModel, part: SharedPart): Outline {
    const words = shareWords(model, this.#needs);
    const { turns, steps } = model.conversation;
    switch (part.kind) {
      case 'session':
        return sessionOutline(model, words, this.#shown.view?.settings.timeZone ?? 'utc');
      case 'turn': {
        const turn = turns[part.index];
        return turn ? turnOutline(model, turn, words) : [];
      }
      case 'step': {
        const step = steps[part.index];
        return step ? stepOutline(model, step, words) : [];
      }
      case 'selection':
        return [{ kind: 'payload', text: part.text }];
    }
  }
}

function recordedOf({ document, conversation }: SessionModel, part: SharedPart): unknown {
  switch (part.kind) {
    case 'session':
      return document;
    case 'turn':
      return conversation.turns[part.index]?.steps.map(({ recorded }) => recorded);
    case 'step':
      return conversation.steps[part.index]?.recorded;
    case 'selection':
      return part.text;
  }
}
