import type { TemplateResult } from 'lit/html.js';
import { writeJson } from '../../src/domain/json/writeJson.ts';
import { html } from '../parts/html.ts';
import { table } from '../parts/table.ts';
import { comparisonPhrases, comparisonWords } from './comparisonWords.ts';

/** A value longer than this is cut in a table. */
const longest = 400;

interface SidesRow {
  readonly where: string;
  /** A JSON value; undefined when this side does not have it. */
  readonly left: unknown;
  readonly right: unknown;
}

/** Where two sides differ: a place, and what stands there at each. */
export function sidesTable(label: string, rows: readonly SidesRow[]): TemplateResult {
  return table({
    label,
    columns: [2, 3, 3],
    headings: [comparisonWords.where, comparisonWords.left, comparisonWords.right],
    rows: rows.map(({ where, left, right }) => [where, cell(left), cell(right)]),
  });
}

function cell(value: unknown): string | TemplateResult {
  if (value === undefined) return html`<span class="muted">${comparisonWords.absent}</span>`;
  if (value === '') return html`<span class="muted">${comparisonWords.empty}</span>`;
  return valueText(value);
}

/** A JSON value as text of bounded length; strings without quotes. */
export function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : writeJson(value);
  return text.length <= longest ? text : comparisonPhrases.longer(text.slice(0, longest), text.length);
}
