import type { Step } from '../../src/domain/session/steps.ts';
import type { PayloadPart, Side } from '../../src/protocol/comparisonMessages.ts';
import type { ComparisonHost } from '../parts/host/host.ts';
import { showPayload } from '../parts/shownPayload.ts';
import type { Voice } from '../parts/voice.ts';
import type { ComparisonModel } from './comparisonModel.ts';
import { stepAt } from './comparisonModel.ts';
import type { ComparisonState } from './comparisonState.ts';
import { comparisonWords } from './comparisonWords.ts';

/** What is looked at. */
interface Looked {
  readonly model: ComparisonModel | undefined;
  readonly state: ComparisonState;
}

/** What the page has its host do with what is compared. */
export class ComparisonRequests {
  readonly #channel: ComparisonHost['channel'];
  readonly #voice: Voice;
  readonly #looked: () => Looked;

  constructor({ channel }: ComparisonHost, voice: Voice, looked: () => Looked) {
    this.#channel = channel;
    this.#voice = voice;
    this.#looked = looked;
  }

  async toggleMask(): Promise<void> {
    const sentence = await this.#channel.request({ type: 'toggleMask' });
    if (sentence !== undefined) this.#voice.announce(sentence);
  }

  async compareAsText(): Promise<void> {
    await this.#channel.request({ type: 'compareAsText', first: this.#sideOf('left') });
  }

  async openAsText(side: Side): Promise<void> {
    await this.#channel.request({ type: 'openAsText', side: this.#sideOf(side) });
  }

  /** Opens the diff of what differs: the response, else the request. */
  openPayloadDiff(wanted?: PayloadPart): void {
    const { model, state } = this.#looked();
    const row = model?.rows[state.row ?? -1];
    const [left, right] = model ? [stepAt(model, row, 'left'), stepAt(model, row, 'right')] : [];
    if (!left || !right) {
      this.#voice.tell(comparisonWords.noPair);
      return;
    }
    const differs = (part: PayloadPart): boolean => row?.type === 'same' && row.differs.includes(part);
    const part = wanted ?? (differs('response') || !differs('request') ? 'response' : 'request');
    const [first, second] = [this.#payload('left', left, part), this.#payload('right', right, part)];
    if (first.text === '' && second.text === '') this.#voice.tell(comparisonWords.noPayload);
    else void this.#channel.request({ type: 'openPayloadDiff', part, first: first.of, second: second.of });
  }

  #payload(side: Side, step: Step, part: PayloadPart) {
    const { text, value } = showPayload(part === 'request' ? step.requestPayload : step.responsePayload);
    return { text, of: { side: this.#sideOf(side), step: step.index, json: value !== undefined } };
  }

  openSession(side: Side, step?: number): void {
    const at = step === undefined ? {} : { step };
    void this.#channel.request({ type: 'openSession', side: this.#sideOf(side), ...at });
  }

  /** Which side of the comparison's address is shown at this one. */
  #sideOf(side: Side): Side {
    if (!this.#looked().state.swapped) return side;
    return side === 'left' ? 'right' : 'left';
  }
}
