import type { RecordingPlace } from '../../src/domain/session/recording.ts';
import type { Step } from '../../src/domain/session/steps.ts';
import type { HostAction } from '../../src/protocol/messages.ts';
import type { Host } from '../parts/host/host.ts';
import { suggestName } from '../parts/steps/nodeLabel.ts';
import type { Voice } from '../parts/voice.ts';
import { filterCandidates } from './model/filterCandidates.ts';
import type { SessionModel } from './model/model.ts';
import { filterWords } from './words/filterWords.ts';
import { words } from './words/words.ts';

/** What the page has its host do with what is selected. What the host says of it is announced. */
export class HostRequests {
  readonly #channel: Host['channel'];
  readonly #voice: Voice;

  constructor({ channel }: Host, voice: Voice) {
    this.#channel = channel;
    this.#voice = voice;
  }

  async run(action: HostAction): Promise<void> {
    this.#say(await this.#channel.request({ type: 'run', action }));
  }

  async openRecording(place: RecordingPlace): Promise<void> {
    this.#say(await this.#channel.request({ type: 'openRecording', place }));
  }

  /** Asks for a name for a step's node. */
  async nameNode(step: Step | undefined): Promise<void> {
    if (step?.nodeId === undefined) {
      this.#voice.tell(words.noNodeToName);
      return;
    }
    const suggestion = suggestName(step);
    const message = { type: 'nameNode', nodeId: step.nodeId } as const;
    this.#say(await this.#channel.request(suggestion === undefined ? message : { ...message, suggestion }));
  }

  openNodeLink(step: Step | undefined): void {
    if (step?.nodeId === undefined) this.#voice.tell(words.noNodeToName);
    else void this.#channel.request({ type: 'openNodeLink', nodeId: step.nodeId });
  }

  /** Offers what is looked at, to put into a query: values that are masked on the screen are not offered. */
  async filter(
    occurrence: 'must' | 'must_not',
    { model, recorded, step }: { model: SessionModel; recorded: SessionModel; step: number | undefined },
  ): Promise<void> {
    const fact = focusedFact();
    const [shown, real] = [model, recorded].map((of) =>
      filterCandidates(of, { step: of.conversation.steps[step ?? -1], fact }),
    );
    const candidates = (shown ?? []).filter(({ path, value }) =>
      real?.some((candidate) => candidate.path === path && candidate.value === value),
    );
    if (candidates.length === 0) this.#voice.tell(filterWords.nothing);
    else this.#say(await this.#channel.request({ type: 'filter', occurrence, candidates }));
  }

  #say(sentence: string | undefined): void {
    if (sentence !== undefined) this.#voice.announce(sentence);
  }
}

/** The path of the fact that has the focus. */
function focusedFact(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-fact]')?.dataset.fact;
}
