import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { SessionModel } from './model.ts';
import type { ViewState } from './viewState.ts';
import { WindowedList } from './windowedList.ts';
import { problemWords, words } from './words.ts';

interface TranscriptActions {
  readonly select: (line: number) => void;
  readonly toDetail: () => void;
}

/** What was said, as a conversation. */
export class TranscriptView {
  readonly #list: WindowedList;
  #model: SessionModel | undefined;

  constructor(redraw: () => void) {
    this.#list = new WindowedList('line', (index) => this.#estimate(index), redraw);
  }

  get focused(): boolean {
    return this.#list.focused;
  }

  reveal(line: number): void {
    this.#list.reveal(line);
  }

  render(model: SessionModel, state: ViewState, { select, toDetail }: TranscriptActions): TemplateResult {
    this.#model = model;
    const { lines, hasTranscript } = model.conversation;
    return html`<section class="column talk" aria-label=${words.transcript}>
      <h2 class="column-title">${words.transcript}</h2>
      ${
        lines.length === 0
          ? html`<p class="note">${hasTranscript ? words.emptyTranscript : words.noTranscript}</p>`
          : this.#list.render({
              label: words.transcript,
              count: lines.length,
              options: lines.length,
              selected: state.line ?? -1,
              row: (index) => lineRow(model, index, state.step),
              describe: (index) => ({ label: lineLabel(model, index), position: index + 1 }),
              select,
              enter: toDetail,
            })
      }
    </section>`;
  }

  #estimate(index: number): number {
    const length = this.#model?.conversation.lines[index]?.text.length ?? 0;
    return 34 + 18 * Math.ceil(Math.max(1, length) / 44);
  }
}

function lineRow(model: SessionModel, index: number, selectedStep: number | undefined): TemplateResult {
  const line = model.conversation.lines[index];
  if (!line) return html``;
  const step = model.conversation.steps[line.step ?? -1];
  const name = line.speaker === 'agent' ? (model.summary.agent ?? words.agent) : words[line.speaker];
  const inTurn =
    step !== undefined && selectedStep !== undefined && model.turnOfStep[step.index] === model.turnOfStep[selectedStep];
  const mark = step?.problem
    ? html`<span class="codicon codicon-error mark" title=${problemWords(step)}></span>`
    : nothing;
  return html`<div class="line ${line.speaker} ${inTurn ? 'in-turn' : ''}">
    <span class="speaker">${name}</span>
    <div class="bubble" dir="auto">${line.text}${mark}</div>
  </div>`;
}

function lineLabel(model: SessionModel, index: number): string {
  const line = model.conversation.lines[index];
  return line ? `${words[line.speaker]}: ${line.text}` : '';
}
