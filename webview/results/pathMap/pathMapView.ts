import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { MapComparison } from '../../../src/protocol/analysisMessages.ts';
import { Combobox } from '../../parts/combobox.ts';
import { graphWindow } from '../../parts/graph/graphWindow.ts';
import type { GraphTools } from '../../parts/graph/loadGraphTools.ts';
import { loadGraphTools } from '../../parts/graph/loadGraphTools.ts';
import type { Rectangle } from '../../parts/graph/panZoom.ts';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import { movedIndex } from '../../parts/listKeys.ts';
import { textButton } from '../../parts/toolkit.ts';
import { analysisWords } from '../analysis/analysisWords.ts';
import { readingBar } from '../analysis/readingBar.ts';
import type { TabContext } from '../model/resultsTab.ts';
import type { DrawnMap, DrawnNode } from './drawnMap.ts';
import { drawMap, mapBox } from './drawnMap.ts';
import { comparisonChoice, foldingSlider } from './pathMapBar.ts';
import type { DetailActions } from './pathMapDetail.ts';
import { pathMapDetail } from './pathMapDetail.ts';
import { mapEdges, mapNode, mapNodeId, mapOther } from './pathMapDrawing.ts';
import { pathMapTables } from './pathMapTables.ts';
import { labelOf, pathMapPhrases, pathMapWords } from './pathMapWords.ts';

/** The map of all paths. Its graph is one stop of the Tab key: arrows walk its nodes, with Shift they move it. */
export class PathMapView {
  readonly #context: TabContext;
  readonly #versions: Readonly<Record<'before' | 'after', Combobox>>;
  #tools: GraphTools | 'loading' | 'failed' | undefined;
  #asked = 0;
  #comparison: MapComparison = { with: 'nothing' };
  #step: number | undefined;
  #drawn:
    | { readonly key: readonly [view: unknown, step: unknown, tools: unknown]; readonly map: DrawnMap | undefined }
    | undefined;
  #tables: HTMLElement | undefined;
  #selected: string | undefined;

  constructor(context: TabContext) {
    this.#context = context;
    const redraw = (): void => context.redraw.now();
    this.#versions = { before: new Combobox('version-before', redraw), after: new Combobox('version-after', redraw) };
  }

  focus(): void {
    if (this.#context.model.state.mapAsTable) takeFocus(this.#tables?.querySelector<HTMLElement>('.map-tables'));
    else this.#loaded?.panZoom.focus();
  }

  key(event: KeyboardEvent): boolean {
    const { model, analyses } = this.#context;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape' && analyses.pathMap?.state === 'running') {
      void this.#context.host.channel.request({ type: 'cancelAnalysis', kind: 'pathMap' });
      return true;
    }
    if (!model.view?.settings.singleKeys) return false;
    const step = this.#drawn?.map?.step ?? 0;
    if (event.key === '[') this.#fold(step + 1);
    else if (event.key === ']') this.#fold(Math.max(0, step - 1));
    else if (event.key === 't') this.#toggleTable();
    else if (event.key === 'r') this.#start(this.#comparison);
    else return false;
    return true;
  }

  view(): TemplateResult {
    const { model, analyses } = this.#context;
    const run = model.view?.run;
    const shown = analyses.pathMap;
    if (!run || run.state === 'none') return html`<p class="note">${analysisWords.notRun}</p>`;
    if (run.state === 'done' && this.#asked !== run.number && shown?.run !== run.number) this.#start(this.#comparison);
    if (this.#tools === undefined) void this.#load();
    const drawn = this.#draw(this.#loaded);
    return html`<div class="analysis" ${ref(this.#mount)}>
      ${readingBar({
        reading: shown,
        run: run.number,
        start: () => this.#start(this.#comparison),
        cancel: () => void this.#context.host.channel.request({ type: 'cancelAnalysis', kind: 'pathMap' }),
        actions: shown
          ? comparisonChoice(shown, { compare: (comparison) => this.#start(comparison), fields: this.#versions })
          : nothing,
      })}
      ${drawn ? this.#bar(drawn) : nothing}
      ${drawn ? this.#content(drawn) : nothing}
    </div>`;
  }

  #content(drawn: DrawnMap): TemplateResult | typeof nothing {
    if (drawn.nodes.length === 0) return nothing;
    const show = (from: string, to?: string): void => void this.#show(drawn, from, to);
    if (this.#context.model.state.mapAsTable) return pathMapTables(drawn, { show });
    const tools = this.#loaded;
    if (tools) return this.#graph(drawn, { show, panZoom: tools.panZoom });
    return html`<p class="note">${this.#tools === 'failed' ? pathMapWords.noLayout : pathMapWords.layingOut}</p>`;
  }

  #bar(drawn: DrawnMap): TemplateResult {
    if (drawn.all.nodes.length === 0) return html`<p class="note">${pathMapWords.empty}</p>`;
    const cut = this.#context.analyses.pathMap?.cut;
    const asTable = this.#context.model.state.mapAsTable;
    return html`<div class="analysis-bar">
      <span>${pathMapPhrases.of(drawn.map)}</span>
      ${drawn.steps.length > 1 && !asTable ? foldingSlider(drawn, (step) => this.#fold(step)) : nothing}
      ${drawn.isCompared && !asTable ? html`<span class="muted">${pathMapWords.legend}</span>` : nothing}
      ${cut ? html`<span class="muted">${pathMapPhrases.cut(cut.nodes, cut.edges)}</span>` : nothing}
      <span class="spring"></span>
      ${textButton(asTable ? pathMapWords.asMap : pathMapWords.showTable, () => this.#toggleTable())}
    </div>`;
  }

  #graph(
    drawn: DrawnMap,
    { show, panZoom }: Pick<DetailActions, 'show'> & Pick<GraphTools, 'panZoom'>,
  ): TemplateResult {
    const { layout, nodes, edges, others } = drawn;
    if (!layout) return html`<p class="note">${pathMapPhrases.tooLarge(nodes.length, edges.length)}</p>`;
    const selected = this.#selectedOf(drawn);
    panZoom.want(selected && this.#boxOf(drawn, selected.index));
    const graph = graphWindow(panZoom, {
      label: pathMapPhrases.graph(nodes.length, edges.length),
      words: pathMapWords,
      active: selected && mapNodeId(selected),
      size: layout,
      edges: mapEdges(drawn, layout, selected?.index),
      nodes: [
        repeat(
          nodes,
          ({ node }) => node.key,
          (node) => mapNode(node, drawn, { selected: node === selected, press: () => this.#select(node) }),
        ),
        others.map((other) => mapOther(other, drawn, () => this.#select(other.of))),
      ],
      walk: (key) => this.#walk(key, drawn),
    });
    return html`<div class="map-view">
      ${graph}
      ${pathMapDetail(drawn, selected, { show })}
    </div>`;
  }

  /** Nodes are walked as they stand, from above. */
  #walk(key: string, drawn: DrawnMap): boolean {
    const { nodes, layout } = drawn;
    const corner = (index: number) => layout?.nodes[index] ?? { x: 0, y: 0 };
    const order = nodes.toSorted(
      (a, b) => corner(a.index).y - corner(b.index).y || corner(a.index).x - corner(b.index).x,
    );
    const selected = this.#selectedOf(drawn);
    if (key === 'Enter' && selected) {
      void this.#show(drawn, selected.node.key);
      return true;
    }
    const at = selected ? order.indexOf(selected) : -1;
    const to = movedIndex(key, at, order.length);
    const next = to === undefined ? undefined : order[to];
    if (!next) return false;
    this.#select(next);
    const box = this.#boxOf(drawn, next.index);
    if (box) this.#loaded?.panZoom.reveal(box);
    return true;
  }

  #select({ node }: DrawnNode): void {
    this.#selected = node.key;
    this.#context.redraw.soon();
  }

  #selectedOf({ nodes }: DrawnMap): DrawnNode | undefined {
    return nodes.find(({ node }) => node.key === this.#selected) ?? nodes[0];
  }

  #boxOf({ layout }: DrawnMap, index: number): Rectangle | undefined {
    const corner = layout?.nodes[index];
    return corner && { ...corner, ...mapBox };
  }

  #fold(step: number): void {
    this.#step = step;
    this.#context.redraw.now();
    const map = this.#drawn?.map;
    if (map)
      this.#context.voice.announce(
        pathMapPhrases.folded(map.steps[map.step] ?? 1, map.edges.length, map.all.edges.length),
      );
  }

  #toggleTable(): void {
    const { model, redraw } = this.#context;
    model.change({ mapAsTable: !model.state.mapAsTable });
    redraw.now();
    this.focus();
  }

  #start(comparison: MapComparison): void {
    this.#comparison = comparison;
    this.#step = undefined;
    this.#asked = this.#context.model.view?.run.number ?? 0;
    void this.#context.host.channel.request({ type: 'mapPaths', comparison });
  }

  /** The table has the loaded sessions only: of how many it is, is said. */
  async #show({ all }: DrawnMap, from: string, to?: string): Promise<void> {
    const { host, model, voice, showTab } = this.#context;
    const rows = await host.channel.request({ type: 'rowsOnPath', from, ...(to === undefined ? {} : { to }) });
    const label = (key: string): string => {
      const found = all.nodes.find(({ node }) => node.key === key);
      return found ? labelOf(found.node) : '';
    };
    const what =
      to === undefined ? pathMapPhrases.through(label(from)) : pathMapPhrases.transition(label(from), label(to));
    model.showOnly(what, rows);
    showTab('table');
    voice.announce(pathMapPhrases.shown(rows.length, model.store.count, what));
  }

  async #load(): Promise<void> {
    this.#tools = 'loading';
    this.#tools = await loadGraphTools().catch(() => 'failed' as const);
    this.#context.redraw.soon();
  }

  get #loaded(): GraphTools | undefined {
    return typeof this.#tools === 'object' ? this.#tools : undefined;
  }

  /** Laid out once for a map and how much of it is folded. */
  #draw(tools: GraphTools | undefined): DrawnMap | undefined {
    const view = this.#context.analyses.pathMap;
    const key = [view, this.#step, tools] as const;
    if (this.#drawn && key.every((part, at) => part === this.#drawn?.key[at])) return this.#drawn.map;
    const map = view && drawMap(view, this.#step, tools?.layOutPath);
    this.#drawn = { key, map };
    if (map?.layout) tools?.panZoom.setContent(map.layout, this.#boxOf(map, 0));
    return map;
  }

  readonly #mount = (element: Element | undefined): void => {
    this.#tables = element instanceof HTMLElement ? element : undefined;
  };
}
