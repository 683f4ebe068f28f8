import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../html.ts';
import type { GraphButtonWords } from './graphButtons.ts';
import { graphButtons } from './graphButtons.ts';
import { graphKeydown } from './graphKeydown.ts';
import type { PanZoom } from './panZoom.ts';
import type { Size } from './pathLayout.ts';

/** What a graph shows, and how its nodes are walked. */
export interface GraphWindow {
  readonly label: string;
  readonly words: GraphButtonWords;
  /** The id of the node that the keys are at. */
  readonly active: string | undefined;
  readonly size: Size;
  /** In an SVG of that size, below the nodes. */
  readonly edges: unknown;
  readonly nodes: unknown;
  /** Says whether the key did something. */
  readonly walk: (key: string) => boolean;
}

/** A graph that is one stop of the Tab key, and that keys and the mouse walk, move and zoom. */
export function graphWindow(
  panZoom: PanZoom,
  { label, words, active, size, edges, nodes, walk }: GraphWindow,
): TemplateResult {
  const { mountWindow, mountPlane, wheel, pointerDown, pointerMove, pointerUp } = panZoom;
  return html`<div class="graph">
    <div
      class="graph-window"
      tabindex="0"
      role="listbox"
      aria-label=${label}
      aria-activedescendant=${active ?? nothing}
      @keydown=${(event: KeyboardEvent) => graphKeydown(event, panZoom, walk)}
      @wheel=${wheel}
      @pointerdown=${pointerDown}
      @pointermove=${pointerMove}
      @pointerup=${pointerUp}
      @pointercancel=${pointerUp}
      ${ref(mountWindow)}
    >
      <div class="graph-plane" role="presentation" ${ref(mountPlane)}>
        <svg class="graph-edges" width=${size.width} height=${size.height} aria-hidden="true">${edges}</svg>
        ${nodes}
      </div>
    </div>
    ${graphButtons(panZoom, words)}
  </div>`;
}
