import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import type { PathNode } from '../src/domain/pathGraph.ts';
import type { Step } from '../src/domain/steps.ts';
import { formatDuration, stepIcon, stepName } from './format.ts';
import type { Point } from './pathLayout.ts';
import { nodeSize } from './pathLayout.ts';
import { phrases, problemWords } from './words.ts';

export interface ShownNode {
  readonly node: PathNode;
  /** What people call it, when somebody named it. */
  readonly name: string | undefined;
  readonly corner: Point;
  /** The step that is selected, when it is one of this node's. */
  readonly selected: Step | undefined;
  /** How many steps the path has. */
  readonly steps: number;
}

/** The id of the element that stands for a node: with the selected step in it, so that another visit of it is said too. */
export function pathGraphNodeId({ index }: PathNode, selected: Step | undefined): string {
  return selected ? `graph-node-${index}-${selected.index}` : `graph-node-${index}`;
}

/** A node as a box: its name, its type or id, how often it ran, and whether that was a problem. */
export function pathGraphNode(shown: ShownNode, press: () => void): TemplateResult {
  const { node, name, corner, selected } = shown;
  const type = stepName(node.type);
  const below = name === undefined ? shortId(node.nodeId) : type;
  return html`<div
    id=${pathGraphNodeId(node, selected)}
    class="graph-node ${selected ? 'selected' : ''} ${node.problems > 0 ? 'problem' : ''}"
    role="option"
    aria-label=${pathGraphNodeLabel(shown)}
    aria-selected=${String(selected !== undefined)}
    title=${nodeTitle(shown)}
    .style=${`left: ${corner.x}px; top: ${corner.y}px; width: ${nodeSize.width}px; height: ${nodeSize.height}px`}
    @click=${press}
  >
    <span class="codicon codicon-${stepIcon(node.type)} graph-icon"></span>
    <span class="graph-name" dir="auto">${name ?? type}</span>
    <span class="graph-about" dir="auto">${below}</span>
    <span class="graph-marks"
      >${node.visits.length > 1 ? html`<span class="graph-visits">×${node.visits.length}</span>` : nothing}${
        node.problems > 0 ? html`<span class="codicon codicon-error"></span>` : nothing
      }</span
    >
  </div>`;
}

/** What a screen reader says: of the selected node which step it is, of the others how often they ran. */
function pathGraphNodeLabel({ node, name, selected, steps }: ShownNode): string {
  const called = [stepName(node.type), name].filter(Boolean).join(' ');
  const { visits, problems } = node;
  if (!selected) {
    const parts = [called, phrases.visited(visits.length), problems > 0 ? phrases.problems(problems) : ''];
    return parts.filter(Boolean).join(', ');
  }
  const number = visits.indexOf(selected.index) + 1;
  const parts = [
    phrases.stepOf(selected.index, steps),
    called,
    visits.length > 1 ? phrases.visit({ number, of: visits.length }) : '',
    problemWords(selected),
    selected.spoken ?? selected.userInput ?? '',
  ];
  return parts.filter(Boolean).join(', ');
}

function nodeTitle({ node, name }: ShownNode): string {
  const { visits, problems, totalMs, slowestMs } = node;
  const parts = [
    name,
    [stepName(node.type), node.nodeId].filter(Boolean).join(' '),
    `${phrases.visited(visits.length)}: ${phrases.stepList(visits)}`,
    problems > 0 ? phrases.problems(problems) : undefined,
    totalMs === undefined || slowestMs === undefined
      ? undefined
      : phrases.executionOf(formatDuration(totalMs), visits.length > 1 ? formatDuration(slowestMs) : undefined),
  ];
  return parts.filter((part) => part !== undefined).join('\n');
}

/** Ids of nodes begin alike: their ends tell them apart. */
function shortId(nodeId: string | undefined): string {
  if (nodeId === undefined) return '';
  return nodeId.length > 10 ? `…${nodeId.slice(-8)}` : nodeId;
}
