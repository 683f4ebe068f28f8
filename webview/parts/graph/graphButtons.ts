import type { TemplateResult } from 'lit/html.js';
import { html } from '../html.ts';
import type { PanZoom } from './panZoom.ts';
import { zoomStep } from './panZoom.ts';

export interface GraphButtonWords {
  readonly zoomOut: string;
  readonly zoomIn: string;
  readonly fit: string;
}

/** Zooms and fits a graph by mouse: keys do the same from within it. */
export function graphButtons(panZoom: PanZoom, { zoomOut, zoomIn, fit }: GraphButtonWords): TemplateResult {
  const button = (icon: string, label: string, run: () => void): TemplateResult =>
    html`<button type="button" class="graph-button" tabindex="-1" title=${label} aria-label=${label} @click=${run}
      ><span class="codicon codicon-${icon}" aria-hidden="true"></span
    ></button>`;
  return html`<div class="graph-buttons">
    ${button('zoom-out', zoomOut, () => panZoom.zoom(1 / zoomStep))}
    ${button('zoom-in', zoomIn, () => panZoom.zoom(zoomStep))}
    ${button('screen-full', fit, () => panZoom.fit())}
  </div>`;
}
