import { toCurl } from '../src/domain/recordedCurl.ts';
import { toHttpFile } from '../src/domain/recordedHttpFile.ts';
import { readRequest } from '../src/domain/recordedRequest.ts';
import type { Step } from '../src/domain/steps.ts';
import { showPayload, stepName } from './format.ts';
import type { Host } from './host.ts';
import { sessionMarkdown } from './markdown.ts';
import type { SessionModel } from './model.ts';
import { phrases, words } from './words.ts';

/** Takes parts of a session out of the page: to the clipboard, or into an editor of their own. */
export class Sharing {
  readonly #channel: Host['channel'];
  readonly #announce: (text: string) => void;

  constructor({ channel }: Host, announce: (text: string) => void) {
    this.#channel = channel;
    this.#announce = announce;
  }

  copy(text: string, what: string): void {
    void this.#channel.request({ type: 'copy', text, what });
    this.#announce(phrases.copied(what));
  }

  copyMasked({ redactor }: SessionModel, text: string, name: string): void {
    this.copy(redactor.redact(text), phrases.copiedMasked(name));
  }

  copyMarkdown(model: SessionModel, timeZone: string): void {
    this.copy(sessionMarkdown(model, timeZone), words.copiedMarkdown);
  }

  copyResponse(model: SessionModel, step: Step): void {
    this.copyMasked(model, showPayload(step.responsePayload).text, words.response);
  }

  copyCurl({ redactor }: SessionModel, step: Step): void {
    const request = readRequest(step);
    if (request) this.copy(toCurl(request, redactor), words.copiedCurl);
    else this.#announce(words.noRequest);
  }

  copyHttp({ redactor }: SessionModel, step: Step): void {
    const request = readRequest(step);
    const file = request && toHttpFile(request, { personalData: redactor, placeholder: words.secretHere });
    if (file !== undefined) this.copy(file, words.copiedHttp);
    else this.#announce(request ? words.noHttpForm : words.noRequest);
  }

  openResponse(step: Step): void {
    const { text, value } = showPayload(step.responsePayload);
    const part = { type: stepName(step.type), index: step.index, name: words.response, json: value !== undefined };
    this.openText(phrases.partTitle(part), text);
  }

  openText(title: string, text: string): void {
    void this.#channel.request({ type: 'openText', title, text });
  }

  openAsText(): void {
    void this.#channel.request({ type: 'openAsText' });
  }
}
