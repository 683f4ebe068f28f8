import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { Step } from '../src/domain/steps.ts';
import type { HostMessage, SessionView, ViewAction } from '../src/protocol/messages.ts';
import { formatDuration, showPayload, stepIcon, stepName } from './format.ts';
import type { Host } from './host.ts';
import { connectHost } from './host.ts';
import { meaningOf, movedIndex, nextOf } from './keys.ts';
import { sessionMarkdown } from './markdown.ts';
import type { Content, PathRow, SessionModel } from './model.ts';
import { readContent } from './model.ts';
import type { Match } from './search.ts';
import { SessionSearch } from './search.ts';
import { sessionHeader } from './sessionHeader.ts';
import { stepDetail } from './stepDetail.ts';
import { dataGrid, iconButton, tabs, textButton, textField } from './toolkit.ts';
import type { ViewState } from './viewState.ts';
import { readViewState, tabIds } from './viewState.ts';
import { WindowedList } from './windowedList.ts';
import { problemWords, shortcuts, words } from './words.ts';

/** The page: a function of the document and of what a person chose to look at. */
export class SessionApp {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #transcript: WindowedList;
  readonly #path: WindowedList;
  #view: SessionView | undefined;
  #content: Content | undefined;
  #state: ViewState;
  #search: SessionSearch | undefined;
  #query: string | undefined;
  #matches: readonly Match[] = [];
  #match = -1;
  #help = false;
  #announcement = '';
  #pending = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#host = connectHost((message) => this.#receive(message));
    this.#state = readViewState(this.#host.kept);
    const redraw = (): void => this.#schedule();
    this.#transcript = new WindowedList('line', (index) => this.#estimateLine(index), redraw);
    this.#path = new WindowedList('step', () => 24, redraw);
    document.addEventListener('keydown', (event) => this.#keydown(event));
  }

  /** Asks for what to show, and shows it. */
  async start(): Promise<void> {
    this.#draw();
    this.#show(await this.#host.channel.request({ type: 'ready' }));
    this.#draw();
    if (this.#state.step !== undefined) this.#revealSelection();
    if (document.hasFocus() || document.activeElement === document.body) this.#path.focus();
  }

  #receive(message: HostMessage): void {
    if (message.type === 'show') {
      this.#show(message.view);
      this.#schedule();
    } else this.#act(message.action);
  }

  #show(view: SessionView): void {
    this.#view = view;
    this.#content = readContent(view.content);
    this.#search = undefined;
    this.#matches = [];
    this.#match = -1;
    const steps = this.#model?.conversation.steps.length ?? 0;
    const lines = this.#model?.conversation.lines.length ?? 0;
    const { step, line } = this.#state;
    this.#state = {
      ...this.#state,
      step: step !== undefined && step < steps ? step : undefined,
      line: line !== undefined && line < lines ? line : undefined,
    };
  }

  get #model(): SessionModel | undefined {
    return this.#content?.type === 'model' ? this.#content.model : undefined;
  }

  // Choosing

  #change(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.keep(this.#state);
    this.#schedule();
  }

  #selectStep(step: number): void {
    this.#change({ tab: 'conversation', step, line: this.#model?.lineOfStep.get(step) });
    this.#revealSelection();
  }

  #selectLine(line: number): void {
    this.#change({ tab: 'conversation', line, step: this.#model?.conversation.lines[line]?.step });
    this.#revealSelection();
  }

  #revealSelection(): void {
    const { step, line } = this.#state;
    this.#draw();
    if (step !== undefined) this.#path.reveal(this.#model?.rowOfStep[step] ?? -1);
    if (line !== undefined) this.#transcript.reveal(line);
  }

  #act(action: ViewAction): void {
    const model = this.#model;
    if (!model) return;
    const step = this.#selectedStep();
    switch (action) {
      case 'nextProblem':
      case 'previousProblem':
        this.#toProblem(action === 'nextProblem' ? 1 : -1);
        break;
      case 'nextTurn':
      case 'previousTurn':
        this.#toTurn(action === 'nextTurn' ? 1 : -1);
        break;
      case 'search':
        this.#query ??= '';
        this.#draw();
        this.#root.querySelector<HTMLElement>('.search-field')?.focus();
        break;
      case 'toggleRaw':
        this.#change({ raw: !this.#state.raw });
        break;
      case 'copyId':
        this.#copy(model.summary.id ?? '', 'the session id', false);
        break;
      case 'copyMarkdown':
        this.#copy(sessionMarkdown(model, this.#timeZone), 'the session as Markdown, personal data masked', false);
        break;
      case 'copyResponse':
        if (step) this.#copy(showPayload(step.responsePayload).text, 'the response, personal data masked');
        break;
      case 'openPayload':
        if (step) this.#openResponse(step);
        break;
      case 'showShortcuts':
        this.#help = !this.#help;
        this.#draw();
        if (this.#help) this.#root.querySelector<HTMLElement>('.help')?.focus();
        else this.#path.focus();
        break;
    }
  }

  #openResponse(step: Step): void {
    const { text, value } = showPayload(step.responsePayload);
    this.#openText(`${stepName(step.type)} ${step.index + 1} response.${value === undefined ? 'txt' : 'json'}`, text);
  }

  #selectedStep(): Step | undefined {
    return this.#model?.conversation.steps[this.#state.step ?? -1];
  }

  #toProblem(direction: 1 | -1): void {
    const { problems = [], steps = [] } = this.#model?.conversation ?? {};
    const from = this.#state.step ?? (direction === 1 ? -1 : steps.length);
    const next = nextOf(problems, from, direction);
    if (next === undefined) {
      this.#announce(words.noProblems);
      return;
    }
    this.#selectStep(next);
    const step = steps[next];
    if (step)
      this.#announce(`${words.problem} ${problems.indexOf(next) + 1} of ${problems.length}: ${problemWords(step)}`);
    this.#focusDetail();
  }

  #toTurn(direction: 1 | -1): void {
    const model = this.#model;
    if (!model) return;
    const starts = model.conversation.turns.flatMap(({ steps }) => (steps[0] ? [steps[0].index] : []));
    const turn = model.turnOfStep[this.#state.step ?? -1];
    const from = turn === undefined ? -1 : (starts[turn] ?? -1);
    const next = nextOf(starts, from, direction);
    if (next === undefined) return;
    this.#selectStep(next);
    this.#announce(`Turn ${(model.turnOfStep[next] ?? 0) + 1} of ${starts.length}`);
    if (!this.#transcript.focused) this.#path.focus();
  }

  #focusDetail(): void {
    this.#draw();
    const detail = this.#root.querySelector<HTMLElement>('.detail');
    detail?.focus({ preventScroll: true });
    detail?.scrollTo(0, 0);
    detail?.scrollIntoView({ block: 'nearest' });
  }

  get #timeZone(): string {
    return this.#view?.settings.timeZone ?? 'utc';
  }

  #copy(text: string, what: string, mask = true): void {
    const masked = mask ? (this.#model?.redactor.redact(text) ?? text) : text;
    void this.#host.channel.request({ type: 'copy', text: masked, what });
    this.#announce(`Copied ${what}`);
  }

  #openText(title: string, text: string): void {
    void this.#host.channel.request({ type: 'openText', title, text });
  }

  #announce(text: string): void {
    this.#announcement = text;
    this.#schedule();
  }

  // Keys

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const typing = event.composedPath().some((target) => target instanceof HTMLInputElement);
    if (event.key === 'Escape') {
      if (this.#help || this.#query !== undefined) {
        this.#help = false;
        this.#query = undefined;
        this.#draw();
      }
      this.#path.focus();
      return;
    }
    if (typing || !this.#view?.settings.singleKeys) return;
    const meaning = meaningOf(event);
    if (meaning === undefined) return;
    event.preventDefault();
    if (typeof meaning === 'object') {
      this.#change({ tab: tabIds[meaning.tab] ?? 'conversation' });
    } else this.#act(meaning);
  }

  #transcriptKey(event: KeyboardEvent): void {
    const count = this.#model?.conversation.lines.length ?? 0;
    const next = movedIndex(event.key, this.#state.line ?? -1, count);
    if (next !== undefined && !event.altKey) {
      event.preventDefault();
      this.#selectLine(next);
    } else if (event.key === 'Enter') this.#focusDetail();
  }

  #pathKey(event: KeyboardEvent): void {
    const count = this.#model?.conversation.steps.length ?? 0;
    const next = movedIndex(event.key, this.#state.step ?? -1, count);
    if (next !== undefined && !event.altKey) {
      event.preventDefault();
      this.#selectStep(next);
    } else if (event.key === 'Enter') this.#focusDetail();
  }

  #find(query: string): void {
    this.#query = query;
    const model = this.#model;
    if (!model) return;
    this.#search ??= new SessionSearch(model);
    this.#matches = this.#search.find(query);
    this.#match = -1;
    this.#announce(this.#matches.length === 0 ? words.noMatches : `${this.#matches.length} matches`);
  }

  #toMatch(direction: 1 | -1): void {
    if (this.#matches.length === 0) return;
    this.#match =
      (this.#match + direction + this.#matches.length + (this.#match < 0 && direction < 0 ? 1 : 0)) %
      this.#matches.length;
    const match = this.#matches[this.#match];
    if (match && 'line' in match) this.#selectLine(match.line);
    else if (match) this.#selectStep(match.step);
    this.#announce(`${this.#match + 1} of ${this.#matches.length}`);
  }

  // Drawing

  #schedule(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#draw();
    });
  }

  #draw(): void {
    render(this.#page(), this.#root);
  }

  #page(): TemplateResult {
    const content = this.#content;
    if (!content) return html`<p class="note" role="status">${words.loading}</p>`;
    if (content.type === 'failed') return this.#failure(content.reason, content.canRetry);
    const { model } = content;
    const { summary, conversation } = model;
    const partial = !conversation.hasPath && !conversation.hasTranscript;
    return html`<div class="app">
      ${sessionHeader(model, {
        timeZone: this.#timeZone,
        connection: this.#view?.connection,
        copy: (text, what) => this.#copy(text, what, false),
        nextProblem: () => this.#toProblem(1),
      })}
      ${partial ? html`<p class="banner" role="note"><span class="codicon codicon-info"></span>${words.partial}</p>` : nothing}
      ${summary.status === 'in_progress' ? html`<p class="banner" role="note"><span class="codicon codicon-info"></span>${words.inProgress}</p>` : nothing}
      ${this.#query === undefined ? nothing : this.#searchBar(this.#query)}
      ${tabs(
        [
          { id: 'conversation', label: words.conversation, content: () => this.#conversation(model) },
          {
            id: 'parameters',
            label: words.parameters,
            count: model.parameters.length,
            content: () => this.#parameters(model),
          },
          { id: 'tags', label: words.tags, count: model.tags.length, content: () => this.#tags(model) },
        ],
        this.#state.tab,
        (id) => this.#change({ tab: tabIds.find((tab) => tab === id) ?? 'conversation' }),
      )}
      ${this.#help ? this.#helpBox() : nothing}
      <div class="live" role="status" aria-live="polite">${this.#announcement}</div>
    </div>`;
  }

  #failure(reason: string, canRetry: boolean): TemplateResult {
    const retry = async (): Promise<void> => {
      this.#show(await this.#host.channel.request({ type: 'ready' }));
      this.#draw();
    };
    return html`<div class="failure" role="alert">
      <span class="codicon codicon-error" aria-hidden="true"></span>
      <p dir="auto">${reason}</p>
      <div>
        ${canRetry ? textButton(words.retry, () => void retry(), 'primary') : nothing}
        ${textButton(words.openAsText, () => void this.#host.channel.request({ type: 'openAsText' }))}
      </div>
    </div>`;
  }

  #searchBar(query: string): TemplateResult {
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#toMatch(event.shiftKey ? -1 : 1);
    };
    const count = this.#matches.length;
    const said =
      query.trim() === ''
        ? ''
        : count === 0
          ? words.noMatches
          : `${this.#match < 0 ? '' : `${this.#match + 1} of `}${count}`;
    return html`<div class="search" role="search">
      ${textField({ label: words.search, value: query, input: (value) => this.#find(value), keydown })}
      <span class="muted">${said}</span>
    </div>`;
  }

  #conversation(model: SessionModel): TemplateResult {
    const { conversation } = model;
    const step = this.#selectedStep();
    return html`<div class="columns">
      <section class="column talk" aria-label=${words.transcript}>
        <h2 class="column-title">${words.transcript}</h2>
        ${
          conversation.lines.length === 0
            ? html`<p class="note">${conversation.hasTranscript ? words.emptyTranscript : words.noTranscript}</p>`
            : this.#transcript.render({
                label: words.transcript,
                count: conversation.lines.length,
                selected: this.#state.line ?? -1,
                row: (index) => this.#line(model, index),
                keydown: (event) => this.#transcriptKey(event),
                describe: (index) => ({ label: this.#lineLabel(model, index), option: true }),
                press: (index) => this.#selectLine(index),
              })
        }
      </section>
      <section class="column path" aria-label=${words.path}>
        <h2 class="column-title">${words.path}<span class="muted">${words.executionTime}</span></h2>
        ${
          model.rows.length === 0
            ? html`<p class="note">${conversation.hasPath ? words.emptyPath : words.noPath}</p>`
            : this.#path.render({
                label: `${words.path}, ${conversation.steps.length} steps`,
                count: model.rows.length,
                selected: this.#state.step === undefined ? -1 : (model.rowOfStep[this.#state.step] ?? -1),
                row: (index) => this.#pathRow(model, model.rows[index]),
                keydown: (event) => this.#pathKey(event),
                describe: (index) => this.#pathLabel(model.rows[index]),
                press: (index) => this.#pressRow(model.rows[index]),
              })
        }
      </section>
      <section class="column detail" tabindex="-1" aria-label=${step ? `${words.detail} ${step.index + 1}: ${stepName(step.type)}` : words.detail}>
        ${
          step
            ? stepDetail(step, {
                raw: this.#state.raw,
                copy: (text, what) => this.#copy(text, `the ${what}, personal data masked`),
                openText: (title, text) => this.#openText(title, text),
                toggleRaw: () => this.#act('toggleRaw'),
              })
            : html`<p class="note">${this.#state.line === undefined ? words.noStep : words.noLineStep}</p>`
        }
      </section>
    </div>`;
  }

  #pressRow(row: PathRow | undefined): void {
    const step = row?.type === 'turn' ? row.turn.steps[0] : row?.step;
    if (step) this.#selectStep(step.index);
  }

  #estimateLine(index: number): number {
    const length = this.#model?.conversation.lines[index]?.text.length ?? 0;
    return 34 + 18 * Math.ceil(Math.max(1, length) / 44);
  }

  #line(model: SessionModel, index: number): TemplateResult {
    const line = model.conversation.lines[index];
    if (!line) return html``;
    const step = model.conversation.steps[line.step ?? -1];
    const name = line.speaker === 'agent' ? (model.summary.agent ?? words.agent) : words[line.speaker];
    const inTurn =
      step !== undefined &&
      this.#state.step !== undefined &&
      model.turnOfStep[step.index] === model.turnOfStep[this.#state.step];
    return html`<div class="line ${line.speaker} ${inTurn ? 'in-turn' : ''}">
      <span class="speaker">${name}</span>
      <div class="bubble" dir="auto">${line.text}${step?.problem ? html`<span class="codicon codicon-error mark" title=${problemWords(step)}></span>` : nothing}</div>
    </div>`;
  }

  #lineLabel(model: SessionModel, index: number): string {
    const line = model.conversation.lines[index];
    return line ? `${words[line.speaker]}: ${line.text}` : '';
  }

  #pathRow(model: SessionModel, row: PathRow | undefined): TemplateResult {
    if (!row) return html``;
    if (row.type === 'turn') {
      return html`<div class="turn" title=${row.turn.requestId ?? ''}>Turn ${row.turn.number}${row.turn.continued ? ', continued' : ''}</div>`;
    }
    const { step } = row;
    const code = step.responseCode ?? step.statusCode;
    const about = step.spoken ?? step.userInput ?? step.url ?? '';
    const share = model.slowestMs > 0 ? (step.executionMs ?? 0) / model.slowestMs : 0;
    return html`<div class="step ${step.problem ? 'problem' : ''}" title=${`${stepName(step.type)} ${about}`}>
      <span class="codicon codicon-${step.problem ? 'error' : stepIcon(step.type)} step-icon" aria-hidden="true"></span>
      <span class="step-name">${stepName(step.type)}<span class="about" dir="auto">${about}</span></span>
      <span class="code ${code !== undefined && code >= 400 ? 'bad' : ''}">${step.problem === 'noResponse' || (step.problem === 'timedOut' && !code) ? '—' : (code ?? '')}</span>
      <span class="time">${step.executionMs === undefined ? '' : formatDuration(step.executionMs)}</span>
      <span class="bar" aria-hidden="true"><span class="bar-fill" .style=${`width: ${Math.max(share * 100, step.executionMs ? 1 : 0)}%`}></span></span>
    </div>`;
  }

  #pathLabel(row: PathRow | undefined): { label: string; option: boolean } {
    if (row?.type !== 'step') return { label: '', option: false };
    const { step } = row;
    const parts = [
      stepName(step.type),
      problemWords(step),
      step.spoken ?? step.userInput ?? '',
      step.executionMs === undefined ? '' : `${words.executionTime} ${formatDuration(step.executionMs)}`,
    ];
    return { label: `Step ${step.index + 1}, ${parts.filter(Boolean).join(', ')}`, option: true };
  }

  #parameters({ parameters }: SessionModel): TemplateResult {
    if (parameters.length === 0) return html`<p class="note">${words.noParameters}</p>`;
    return html`<div class="grid-view">${dataGrid({
      label: words.parameters,
      columns: 'minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 3fr)',
      headings: ['Name', 'Value', 'Entity', 'Completed', 'Changed at'],
      rows: parameters.map(({ name, value, entity, completed, changedAt }) => [
        name,
        value ?? '',
        entity ?? '',
        completed === undefined ? '' : completed ? 'yes' : 'no',
        html`${changedAt.map(({ step, value: changed }) => html`<button class="link" title=${changed ?? words.empty} @click=${() => this.#selectStep(step)}>step ${step + 1}</button> `)}`,
      ]),
    })}</div>`;
  }

  #tags({ tags }: SessionModel): TemplateResult {
    if (tags.length === 0) return html`<p class="note">${words.noTags}</p>`;
    return html`<div class="grid-view">${dataGrid({
      label: words.tags,
      columns: 'minmax(0, 3fr) minmax(0, 4fr) minmax(0, 1fr)',
      headings: ['Tag', 'Category', 'Count'],
      rows: tags.map(({ tag, category, count }) => [tag, category ?? '', count === undefined ? '' : String(count)]),
    })}</div>`;
  }

  #helpBox(): TemplateResult {
    return html`<div class="help" role="dialog" aria-label=${words.shortcuts} tabindex="-1">
      <div class="section-head"><h2>${words.shortcuts}</h2><span class="spring"></span>${iconButton('close', words.close, () => this.#act('showShortcuts'))}</div>
      <dl>${shortcuts.map(([keys, what]) => html`<dt>${keys}</dt><dd>${what}</dd>`)}</dl>
    </div>`;
  }
}
