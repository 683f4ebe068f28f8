import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';

export type Cell = string | TemplateResult | undefined;

/** A text longer than this is cut: a table is no place to read it. */
const longest = 400;

interface Table {
  readonly label: string;
  /** How wide the columns are, compared with each other. */
  readonly columns: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table of short texts: the browser's own, which screen readers know best. */
export function table({ label, columns, headings, rows }: Table): TemplateResult {
  const whole = columns.reduce((sum, width) => sum + width, 0);
  return html`<table class="table" aria-label=${label}>
    <colgroup>${columns.map((width) => html`<col .style=${`width: ${(100 * width) / whole}%`} />`)}</colgroup>
    <thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map(
          (cell) =>
            html`<td dir="auto" title=${typeof cell === 'string' ? short(cell) : nothing}>${typeof cell === 'string' ? short(cell) : cell}</td>`,
        )}</tr>`,
    )}</tbody>
  </table>`;
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
