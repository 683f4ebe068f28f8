import type { Mask } from '../../src/domain/masking/mask.ts';
import { createMask } from '../../src/domain/masking/mask.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import { toCurl } from '../../src/domain/sharing/recordedCurl.ts';
import { toHttpFile } from '../../src/domain/sharing/recordedHttpFile.ts';
import type { RecordedRequest } from '../../src/domain/sharing/recordedRequest.ts';
import { readRequest } from '../../src/domain/sharing/recordedRequest.ts';
import type { PersonalData } from '../../src/domain/sharing/template.ts';
import type { Host } from '../parts/host.ts';
import { showPayload } from '../parts/shownPayload.ts';
import type { Voice } from '../parts/voice.ts';
import { copiedMarkdown } from './copiedMarkdown.ts';
import { editorName } from './detail/payloadSection.ts';
import type { SessionModel } from './model/model.ts';
import { copyWords, partWords } from './words/copyWords.ts';

/** Takes parts of a session out of the page: to the clipboard, or into an editor of their own. */
export class Sharing {
  readonly #channel: Host['channel'];
  readonly #voice: Voice;
  readonly #masks: () => boolean;

  /** `masks`: whether personal data is masked in what is copied. Secrets are, always. */
  constructor({ channel }: Host, voice: Voice, masks: () => boolean) {
    this.#channel = channel;
    this.#voice = voice;
    this.#masks = masks;
  }

  /** `sentence`: what is said of it. */
  copy(text: string, sentence: string): void {
    void this.#channel.request({ type: 'copy', text, sentence });
    this.#voice.announce(sentence);
  }

  copyMasked(model: SessionModel, text: string, sentence: string): void {
    this.copy(this.#sharedOf(model).mask.text(text), this.#said(sentence));
  }

  copyMarkdown(model: SessionModel, timeZone: string): void {
    this.copy(copiedMarkdown(this.#sharedOf(model), timeZone), this.#said(copyWords.copiedMarkdown));
  }

  copyId({ summary: { id } }: SessionModel): void {
    if (id === undefined) this.#voice.tell(copyWords.noId);
    else this.copy(id, copyWords.copiedId);
  }

  copyResponse(model: SessionModel, step: Step): void {
    const { text } = showPayload(step.responsePayload);
    if (text === '') this.#voice.tell(copyWords.noResponse);
    else this.copyMasked(model, text, partWords.response.copied);
  }

  copyCurl(model: SessionModel, step: Step): void {
    const request = readRequest(step);
    if (request) this.copy(toCurl(request, this.#personalData(model)), this.#saidOf(request, copyWords.copiedCurl));
    else this.#voice.tell(copyWords.noRequest);
  }

  copyHttp(model: SessionModel, step: Step): void {
    const request = readRequest(step);
    const options = { personalData: this.#personalData(model), placeholder: copyWords.secretHere };
    const file = request && toHttpFile(request, options);
    if (request && file !== undefined) this.copy(file, this.#saidOf(request, copyWords.copiedHttp));
    else this.#voice.tell(request ? copyWords.noHttpForm : copyWords.noRequest);
  }

  openResponse(step: Step): void {
    const { text, value } = showPayload(step.responsePayload);
    if (text === '') this.#voice.tell(copyWords.noResponse);
    else this.openText(editorName(partWords.response, step, value !== undefined), text);
  }

  openText(title: string, text: string): void {
    void this.#channel.request({ type: 'openText', title, text });
  }

  openAsText(): void {
    void this.#channel.request({ type: 'openAsText' });
  }

  #sharedOf(model: SessionModel): SessionModel {
    return this.#masks() ? model : { ...model, mask: secretsOf(model) };
  }

  #personalData(model: SessionModel): PersonalData {
    return this.#sharedOf(model).mask;
  }

  #saidOf({ headersUnread }: RecordedRequest, sentence: string): string {
    return `${this.#said(sentence)}${headersUnread ? ` ${copyWords.headersLeftOut}` : ''}`;
  }

  #said(sentence: string): string {
    return `${sentence} ${this.#masks() ? copyWords.masked : copyWords.notMasked}`;
  }
}

/** Covers secrets alone. */
function secretsOf({ said }: SessionModel): Mask {
  return createMask({ said, secretsOnly: true });
}
