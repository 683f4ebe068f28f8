import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import type { PathGraph } from '../../../src/domain/session/path/pathGraph.ts';
import { readPathGraph } from '../../../src/domain/session/path/pathGraph.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { graphWindow } from '../../parts/graph/graphWindow.ts';
import type { GraphTools } from '../../parts/graph/loadGraphTools.ts';
import { loadGraphTools } from '../../parts/graph/loadGraphTools.ts';
import type { Rectangle } from '../../parts/graph/panZoom.ts';
import type { PathLayout } from '../../parts/graph/pathLayout.ts';
import { canLayOut, nodeSize } from '../../parts/graph/pathLayout.ts';
import { html } from '../../parts/html.ts';
import { movedIndex, nextOf } from '../../parts/listKeys.ts';
import { nameOfStep } from '../../parts/steps/nodeLabel.ts';
import type { SessionModel } from '../model/model.ts';
import type { ViewState } from '../model/viewState.ts';
import { phrases, words } from '../words/words.ts';
import { pathGraphEdges } from './pathGraphEdges.ts';
import { pathGraphNode, pathGraphNodeId } from './pathGraphNode.ts';

export interface PathGraphActions {
  readonly select: (step: number) => void;
  readonly toDetail: () => void;
}

/** A path's nodes and what followed what, as far as it can be laid out. */
interface Drawn {
  readonly steps: readonly Step[];
  readonly graph: PathGraph;
  readonly layout: PathLayout | undefined;
}

/**
 * The nodes that ran and what followed what, as a graph. It is one stop of the Tab key: arrows walk the path step by step, with Shift they
 * move the graph; `+`, `-` and `0` zoom. Drawn from the order of execution only.
 */
export class PathGraphView {
  readonly #redraw: () => void;
  #drawn: Drawn | undefined;
  #tools: GraphTools | 'loading' | 'failed' | undefined;
  /** Whether the keys are for the graph, once it is there. */
  #awaited = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  focus(): void {
    this.#awaited = this.#tools === undefined || this.#tools === 'loading';
    this.#panZoom?.focus();
  }

  /** Whether the focus is in the graph. */
  get focused(): boolean {
    return this.#panZoom?.focused ?? false;
  }

  get #panZoom(): GraphTools['panZoom'] | undefined {
    return typeof this.#tools === 'object' ? this.#tools.panZoom : undefined;
  }

  /** Brings the node of a step into sight. */
  reveal(step: number): void {
    const box = this.#drawn && boxOf(this.#drawn, step);
    if (box) this.#panZoom?.reveal(box);
  }

  render(model: SessionModel, { step: selected }: Pick<ViewState, 'step'>, actions: PathGraphActions): TemplateResult {
    const { steps } = model.conversation;
    const tools = this.#tools;
    if (tools === undefined) void this.#load();
    if (typeof tools !== 'object')
      return html`<p class="note">${tools === 'failed' ? words.noGraphScript : words.layingOut}</p>`;
    const drawn = this.#draw(steps, tools);
    const { graph, layout } = drawn;
    if (!layout) return html`<p class="note">${phrases.graphTooLarge(graph.nodes.length, graph.edges.length)}</p>`;
    tools.panZoom.want(boxOf(drawn, selected ?? -1));
    const step = steps[selected ?? -1];
    const current = step && graph.nodes[graph.nodeOfStep[step.index] ?? -1];
    const next = step && graph.edgeAfterStep[step.index];
    const node = (node: PathGraph['nodes'][number]): TemplateResult => {
      const own = node === current ? step : undefined;
      const first = steps[node.visits[0] ?? -1];
      const name = first && nameOfStep(model, first);
      const corner = layout.nodes[node.index] ?? { x: 0, y: 0 };
      const press = (): void => actions.select(nextOf(node.visits, selected ?? -1, 1) ?? 0);
      return pathGraphNode({ node, name, corner, selected: own, steps: steps.length }, press);
    };
    return graphWindow(tools.panZoom, {
      label: phrases.graphOf(steps.length, graph.nodes.length),
      words: { zoomOut: words.zoomOut, zoomIn: words.zoomIn, fit: words.fitGraph },
      active: current && pathGraphNodeId(current, step),
      size: layout,
      edges: pathGraphEdges(graph, layout, next),
      nodes: repeat(graph.nodes, ({ index }) => index, node),
      walk: (key) => walk(key, { selected, count: steps.length, actions }),
    });
  }

  async #load(): Promise<void> {
    this.#tools = 'loading';
    this.#tools = await loadGraphTools().catch(() => 'failed' as const);
    this.#redraw();
    if (!this.#awaited) return;
    this.#awaited = false;
    // In the frame in which it is drawn there is nothing yet to have the keys.
    requestAnimationFrame(() => this.#panZoom?.focus());
  }

  /** Laid out once for a session, when it is first shown. */
  #draw(steps: readonly Step[], { layOutPath, panZoom }: GraphTools): Drawn {
    if (this.#drawn?.steps === steps) return this.#drawn;
    const graph = readPathGraph(steps);
    const layout = canLayOut(graph) ? layOutPath(graph) : undefined;
    this.#drawn = { steps, graph, layout };
    if (layout) panZoom.setContent(layout, boxOf(this.#drawn, 0));
    return this.#drawn;
  }
}

function boxOf({ graph, layout }: Drawn, step: number): Rectangle | undefined {
  const corner = layout?.nodes[graph.nodeOfStep[step] ?? -1];
  return corner && { ...corner, ...nodeSize };
}

interface Walk {
  readonly selected: number | undefined;
  readonly count: number;
  readonly actions: PathGraphActions;
}

function walk(key: string, { selected, count, actions }: Walk): boolean {
  const to = movedIndex(key, selected ?? -1, count);
  if (to !== undefined) actions.select(to);
  else if (key === 'Enter') actions.toDetail();
  return to !== undefined || key === 'Enter';
}
