import { toCurl } from '../src/domain/recordedCurl.ts';
import { toHttpFile } from '../src/domain/recordedHttpFile.ts';
import type { PersonalData } from '../src/domain/recordedRequest.ts';
import { readRequest } from '../src/domain/recordedRequest.ts';
import { createRedactor } from '../src/domain/redaction.ts';
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
  readonly #masks: () => boolean;

  /** `masks`: whether personal data is masked in what is copied. Secrets are, always. */
  constructor({ channel }: Host, { announce, masks }: { announce: (text: string) => void; masks: () => boolean }) {
    this.#channel = channel;
    this.#announce = announce;
    this.#masks = masks;
  }

  copy(text: string, what: string): void {
    void this.#channel.request({ type: 'copy', text, what });
    this.#announce(phrases.copied(what));
  }

  copyMasked(model: SessionModel, text: string, name: string): void {
    this.copy(this.#sharedOf(model).redactor.redact(text), this.#said(phrases.theNamed(name)));
  }

  copyMarkdown(model: SessionModel, timeZone: string): void {
    this.copy(sessionMarkdown(this.#sharedOf(model), timeZone), this.#said(words.asMarkdown));
  }

  copyResponse(model: SessionModel, step: Step): void {
    this.copyMasked(model, showPayload(step.responsePayload).text, words.response);
  }

  copyCurl(model: SessionModel, step: Step): void {
    const request = readRequest(step);
    if (request) this.copy(toCurl(request, this.#personalData(model)), this.#said(words.asCurl));
    else this.#announce(words.noRequest);
  }

  copyHttp(model: SessionModel, step: Step): void {
    const request = readRequest(step);
    const options = { personalData: this.#personalData(model), placeholder: words.secretHere };
    const file = request && toHttpFile(request, options);
    if (file !== undefined) this.copy(file, this.#said(words.asHttp));
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

  #sharedOf(model: SessionModel): SessionModel {
    return this.#masks() ? model : { ...model, redactor: createRedactor({ secretsOnly: true }) };
  }

  #personalData({ redactor }: SessionModel): PersonalData {
    return this.#masks() ? redactor : 'asRecorded';
  }

  #said(what: string): string {
    return this.#masks() ? phrases.masked(what) : phrases.notMasked(what);
  }
}
