import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { titleOfField } from '../../../src/domain/session/fields/fields.ts';
import type { ResultsColumn } from '../../../src/protocol/resultsMessages.ts';
import { html } from '../../parts/html.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import { iconButton, textButton } from '../../parts/toolkit.ts';
import { outcomeWords } from '../../parts/words/words.ts';
import { FacetPanel } from '../facets/facetPanel.ts';
import { statusCode } from '../model/cellWords.ts';
import { noSessions, nothingShown } from '../model/emptyResults.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { resultsPhrases, resultsWords, seenText } from '../model/resultsWords.ts';
import { filterChips } from './filterChips.ts';
import type { GridLine } from './grid.ts';
import { Grid } from './grid.ts';
import { TableCommands } from './tableCommands.ts';
import { TableFind } from './tableFind.ts';
import { TableFocus } from './tableFocus.ts';
import { actionOf, everywhere, moveOf } from './tableKeys.ts';
import { tablePhrases, tableWords } from './tableWords.ts';

const outcomeIcons = { success: 'pass', warning: 'warning', error: 'error', inProgress: 'record' } as const;

/** The view of the table: the facets, what is filtered by, and the grid. */
export class TableView {
  readonly #context: TabContext;
  readonly #grid: Grid;
  readonly #focus: TableFocus;
  readonly #find: TableFind;
  readonly #facets: FacetPanel;
  readonly #commands: TableCommands;

  constructor(context: TabContext) {
    this.#context = context;
    this.#grid = new Grid(() => context.redraw.now());
    const focus = new TableFocus(context, this.#grid);
    this.#focus = focus;
    const leave = (): void => this.focus();
    const goTo = ({ line, column }: { line: number; column: number }): void => focus.goTo(line, column);
    this.#find = new TableFind({ context, leave, goTo, at: () => focus.selection });
    this.#facets = new FacetPanel(context, leave);
    this.#commands = new TableCommands({ context, focus, find: this.#find, toFacets: () => this.#toFacets() });
    context.model.onWalked((row) => focus.goToRow(row));
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Keys that are pressed outside of the grid. */
  key(event: KeyboardEvent): boolean {
    const action = actionOf(event, this.#singleKeys);
    if (!action || !everywhere.has(action)) return false;
    this.#commands.act(action);
    return true;
  }

  view(): TemplateResult {
    const { model } = this.#context;
    const { view, state } = model;
    if (!view) return html``;
    this.#focus.follow(model.shown.lines);
    return html`<div class="table-view">
      ${this.#bar()}
      ${this.#find.view()}
      <div class="table-columns">
        ${state.facetsShown && this.#hasFacets ? this.#facets.view() : nothing}
        <div class="table-main">${model.store.count === 0 ? noSessions(this.#context) : this.#drawGrid(view.columns)}${nothingShown(this.#context) ?? nothing}</div>
      </div>
    </div>`;
  }

  get #singleKeys(): boolean {
    return this.#context.model.view?.settings.singleKeys ?? true;
  }

  /** Of no session there is nothing to count; while a run may yet bring some, their place is kept. */
  get #hasFacets(): boolean {
    const { view, store } = this.#context.model;
    return store.count > 0 || view?.run.state === 'running';
  }

  #toFacets(): void {
    const { model, redraw, voice } = this.#context;
    if (!this.#hasFacets) {
      voice.tell(tableWords.noFacets);
      return;
    }
    if (!model.state.facetsShown) model.change({ facetsShown: true });
    redraw.now();
    this.#facets.focus();
  }

  // Drawing

  #bar(): TemplateResult | typeof nothing {
    const { model, redraw } = this.#context;
    const { order } = model.shown;
    const { count } = model.store;
    const chips = filterChips(model, () => redraw.soon());
    if (!this.#hasFacets && chips.length === 0) return nothing;
    const selected = this.#focus.selection.rows.size;
    const act = (action: Parameters<TableCommands['act']>[0]) => () => this.#commands.act(action);
    const shown = model.state.facetsShown;
    return html`<div class="table-bar">
      ${this.#hasFacets ? iconButton('filter', shown ? tableWords.hideFacets : tableWords.showFacets, act('toggleFacets')) : nothing}
      <span>${chips.length > 0 ? resultsPhrases.shownOf(order.length, count) : resultsPhrases.sessions(count)}</span>
      ${this.#order()}
      ${selected > 1 ? html`<span class="muted">${tablePhrases.selected(selected)}</span>` : nothing}
      ${chips}
      ${chips.length > 0 ? textButton(resultsWords.clearFilters, act('unfilter')) : nothing}
      <span class="bar-actions">
      ${model.isAsAtFirst ? nothing : iconButton('discard', resultsWords.resetLook, this.#context.resetLook)}
      ${selected === 2 ? iconButton('diff', tableWords.compare, act('compare')) : nothing}
      ${
        count === 0
          ? nothing
          : html`${iconButton('search', tableWords.find, act('find'))}
            ${iconButton('copy', tableWords.copy, act('copyAs'))}
            ${iconButton('export', tableWords.export, act('export'))}`
      }
      ${iconButton('add', tableWords.addColumn, act('addColumn'))}
      </span>
    </div>`;
  }

  /** Who sorted, and by what: the order of a part is not that of all. */
  #order(): TemplateResult | typeof nothing {
    const { state, service } = this.#context.model;
    if (state.sort) return html`<span class="muted">${tablePhrases.sortedByHere(titleOfField(state.sort.path))}</span>`;
    return service
      ? html`<span class="muted">${tablePhrases.sortedByService(titleOfField(service.path))}</span>`
      : nothing;
  }

  #drawGrid(columns: readonly ResultsColumn[]): TemplateResult {
    const { model } = this.#context;
    const { view, state, store, shown } = model;
    const { selection } = this.#focus;
    const { words } = model;
    const outcome = store.facet('outcome');
    const fields = columns.map(({ path }) => store.field(path));
    const searched = this.#find.searched;
    const lineOf = (line: number): GridLine => {
      const row = shown.lines[line] ?? -1;
      if (row >= 0) return { kind: view?.run.stale ? 'stale' : '', selected: selection.rows.has(row) };
      const group = shown.groups[-1 - row];
      const text = group ? model.groupText(group.code) : '';
      const column = columns.find(({ path }) => path === state.group);
      const value = text === '' || !column ? resultsWords.none : seenText(words(column, text));
      const folded = model.folded.has(text);
      return { kind: 'group', group: { words: tablePhrases.group(value, group?.rows.length ?? 0), folded } };
    };
    const cellOf = (line: number, index: number): TemplateResult | string => {
      const row = shown.lines[line] ?? -1;
      const outcomeOfRow = outcome?.texts[outcome.codesAt(row)[0] ?? 0];
      if (index === 0) return outcomeCell(outcomeOfRow);
      const column = columns[index - 1];
      const text = fields[index - 1]?.at(row);
      if (!column || text === undefined) return notKnown(view?.run.asking.length ?? 0);
      // What a session that goes on has got so far is not its outcome.
      if (column.path === statusCode && outcomeOfRow === 'inProgress') return outcomeWords.inProgress;
      const said = words(column, text);
      return searched !== '' && said.toLowerCase().includes(searched) ? html`<mark>${said}</mark>` : said;
    };
    return this.#grid.render({
      label: tablePhrases.gridOf(view?.name ?? '', shown.order.length),
      grouped: shown.groups.length > 0,
      columns: this.#focus.gridColumns,
      count: shown.lines.length,
      active: selection,
      lineOf,
      cellOf,
      keydown: (event) => this.#keydown(event),
      press: (line, column, event) => this.#press(line, column, event),
      open: (line) => this.#commands.open(line, false),
      resize: (index, width) => this.#commands.resize(columns[index - 1], width),
      moveColumn: (index, to) => this.#commands.moveColumn(index - 1, to - 1),
    });
  }

  // Keys and mouse

  #keydown(event: KeyboardEvent): void {
    const move = moveOf(event, this.#singleKeys);
    const action = move ? undefined : actionOf(event, this.#singleKeys);
    if (!move && !action) return;
    event.preventDefault();
    if (move) this.#focus.move(move, event.shiftKey && event.key.startsWith('Arrow'));
    else if (action) this.#commands.act(action);
  }

  #press(line: number, column: number, event: MouseEvent): void {
    const { lines } = this.#context.model.shown;
    const { selection } = this.#focus;
    selection.column = column;
    if (line < 0) {
      selection.line = -1;
      this.#commands.act('sort');
    } else if (event.shiftKey) selection.extendTo(line, lines);
    else if (event.ctrlKey || event.metaKey) selection.toggle(line, lines);
    else {
      selection.moveTo(line, lines);
      if ((lines[line] ?? 0) < 0) this.#commands.fold(line);
    }
    this.#context.redraw.soon();
  }
}

function outcomeCell(outcome: string | undefined): TemplateResult | string {
  if (outcome === undefined || !Object.hasOwn(outcomeIcons, outcome)) return '';
  const known = outcome as keyof typeof outcomeIcons;
  return spokenIcon(outcomeIcons[known], outcomeWords[known], `outcome ${known}`);
}

function notKnown(asking: number): TemplateResult {
  const said = asking > 0 ? tableWords.pending : '·';
  return html`<span class="muted" title=${resultsWords.notAsked} aria-label=${resultsWords.notAsked} role="img">${said}</span>`;
}
