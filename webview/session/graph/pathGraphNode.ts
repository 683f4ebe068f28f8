import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { PathNode } from '../../../src/domain/session/path/pathGraph.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { Point } from '../../parts/graph/pathLayout.ts';
import { nodeSize } from '../../parts/graph/pathLayout.ts';
import { html } from '../../parts/html.ts';
import { shortNodeId } from '../../parts/steps/nodeLabel.ts';
import { stepIcon, stepName } from '../../parts/steps/stepLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { problemWords } from '../../parts/words/words.ts';
import { phrases } from '../words/words.ts';

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

/** A node as a box: its name, its type or id, how often it ran, and whether that was a problem. Named by what it shows, and what it shows by colour. */
export function pathGraphNode(shown: ShownNode, press: () => void): TemplateResult {
  const { node, name, corner, selected, steps } = shown;
  const type = stepName(node.type);
  const below = name === undefined ? shortNodeId(node.nodeId) : type;
  return html`<div
    id=${pathGraphNodeId(node, selected)}
    class="graph-node ${selected ? 'selected' : ''} ${node.problems > 0 ? 'problem' : ''}"
    role="option"
    aria-selected=${String(selected !== undefined)}
    title=${nodeTitle(shown)}
    .style=${`left: ${corner.x}px; top: ${corner.y}px; width: ${nodeSize.width}px; height: ${nodeSize.height}px`}
    @click=${press}
  >
    ${selected ? html`<span class="unseen">${phrases.stepOf(selected.index, steps)}, </span>` : nothing}
    <span class="codicon codicon-${stepIcon(node.type)} graph-icon" aria-hidden="true"></span>
    <span class="graph-words">
      <span class="graph-name" dir="auto">${name ?? type}</span>
      ${below === '' ? nothing : html`<span class="graph-about" dir="auto">${below}</span>`}
    </span>
    <span class="graph-marks">
      ${node.visits.length > 1 ? html`<span class="graph-visits">×${node.visits.length}</span>` : nothing}
      ${node.problems > 0 ? html`<span class="codicon codicon-error" aria-hidden="true"></span>` : nothing}
    </span>
    <span class="unseen">${unseenWords(node, selected)}</span>
  </div>`;
}

/** Of the selected node which visit it is, of the others what their colour says. */
function unseenWords({ visits, problems }: PathNode, selected: Step | undefined): string {
  if (!selected) return problems > 0 ? `, ${phrases.problems(problems)}` : '';
  const visit = { number: visits.indexOf(selected.index) + 1, of: visits.length };
  const parts = [
    visit.of > 1 ? phrases.visit(visit) : '',
    problemWords(selected),
    selected.spoken ?? selected.userInput ?? '',
  ];
  return parts.map((part) => (part === '' ? '' : `, ${part}`)).join('');
}

function nodeTitle({ node, name }: ShownNode): string {
  const { visits, problems, totalMs, slowestMs } = node;
  const parts = [
    name,
    [stepName(node.type), node.nodeId].filter(Boolean).join(' '),
    phrases.ranAt(visits),
    problems > 0 ? phrases.problems(problems) : undefined,
    totalMs === undefined || slowestMs === undefined
      ? undefined
      : phrases.executionOf(formatDuration(totalMs), visits.length > 1 ? formatDuration(slowestMs) : undefined),
  ];
  return parts.filter((part) => part !== undefined).join('\n');
}
