import type { Mask } from '../../src/domain/masking/mask.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import type { RecordedRequest } from '../../src/domain/sharing/recordedRequest.ts';
import type { Host } from '../parts/host/host.ts';
import type { Masking } from '../parts/masking/masking.ts';
import { loadMasking } from '../parts/masking/masking.ts';
import { showPayload } from '../parts/shownPayload.ts';
import type { Voice } from '../parts/voice.ts';
import { editorName } from './detail/payloadSection.ts';
import type { SessionModel } from './model/model.ts';
import type { ShownSession } from './model/shownSession.ts';
import type { Writers } from './share/loadWriters.ts';
import { loadWriters } from './share/loadWriters.ts';
import type { SharedPart } from './share/sharedTexts.ts';
import { copyWords, partWords } from './words/copyWords.ts';

/** Takes parts of a session out of the page: to the clipboard, or into an editor of their own. */
export class Sharing {
  readonly #channel: Host['channel'];
  readonly #voice: Voice;
  readonly #masks: () => boolean;
  #writers: Promise<Writers> | undefined;

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

  async copyMasked(model: SessionModel, text: string, sentence: string): Promise<void> {
    this.copy(this.#maskOf(model, await loadMasking()).text(text), this.#said(sentence));
  }

  async copyMarkdown(shown: ShownSession): Promise<void> {
    const texts = (await this.#loaded()).textsOf(shown);
    const text = texts.of({ kind: 'session' }, 'markdown', this.#masks() ? 'all' : 'secrets');
    this.copy(text, this.#said(copyWords.copiedMarkdown));
  }

  /** Has the person choose what of the session leaves, see it, and say how. */
  async share(shown: ShownSession, { turnOfStep }: SessionModel, step: number | undefined): Promise<void> {
    const text = String(getSelection());
    const turn = turnOfStep[step ?? -1];
    const parts: readonly SharedPart[] = [
      ...(text.trim() === '' ? [] : [{ kind: 'selection', text } as const]),
      ...(step === undefined ? [] : [{ kind: 'step', index: step } as const]),
      ...(turn === undefined ? [] : [{ kind: 'turn', index: turn } as const]),
      { kind: 'session' },
    ];
    const choice = await this.#channel.request({ type: 'askShare', parts: parts.map(({ kind }) => kind) });
    const part = parts.find(({ kind }) => kind === choice?.part);
    if (!choice || !part) return;
    const texts = (await this.#loaded()).textsOf(shown);
    const sentence = await this.#channel.request({
      type: 'share',
      choice,
      recorded: texts.of(part, choice.form, 'nothing'),
      masked: texts.of(part, choice.form, 'all'),
      revealed: texts.of(part, choice.form, 'secrets'),
    });
    if (sentence !== undefined) this.#voice.announce(sentence);
  }

  copyId({ summary: { id } }: SessionModel): void {
    if (id === undefined) this.#voice.tell(copyWords.noId);
    else this.copy(id, copyWords.copiedId);
  }

  copyResponse(model: SessionModel, step: Step): void {
    const { text } = showPayload(step.responsePayload);
    if (text === '') this.#voice.tell(copyWords.noResponse);
    else void this.copyMasked(model, text, partWords.response.copied);
  }

  async copyCurl(model: SessionModel, step: Step): Promise<void> {
    const { toCurl, masking } = await this.#loaded();
    const request = masking.readRequest(step);
    if (!request) return this.#voice.tell(copyWords.noRequest);
    this.copy(
      toCurl(masking.toTemplate(request, this.#maskOf(model, masking))),
      this.#saidOf(request, copyWords.copiedCurl),
    );
  }

  async copyHttp(model: SessionModel, step: Step): Promise<void> {
    const { toHttpFile, masking } = await this.#loaded();
    const request = masking.readRequest(step);
    if (!request) return this.#voice.tell(copyWords.noRequest);
    const file = toHttpFile(masking.toTemplate(request, this.#maskOf(model, masking)), copyWords.secretHere);
    if (file === undefined) this.#voice.tell(copyWords.noHttpForm);
    else this.copy(file, this.#saidOf(request, copyWords.copiedHttp));
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

  #loaded(): Promise<Writers> {
    this.#writers ??= loadWriters();
    return this.#writers;
  }

  /** Covers secrets alone where the person wants the rest to be seen. */
  #maskOf({ covered }: SessionModel, masking: Masking): Mask {
    const { mask, said } = covered(masking);
    return this.#masks() ? mask : masking.createMask({ said, secretsOnly: true });
  }

  #saidOf({ headersUnread }: RecordedRequest, sentence: string): string {
    return `${this.#said(sentence)}${headersUnread ? ` ${copyWords.headersLeftOut}` : ''}`;
  }

  #said(sentence: string): string {
    return `${sentence} ${this.#masks() ? copyWords.masked : copyWords.notMasked}`;
  }
}
