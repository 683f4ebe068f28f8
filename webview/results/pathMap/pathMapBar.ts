import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { MapComparison, MapVersion, PathMapView } from '../../../src/protocol/analysisMessages.ts';
import type { Combobox } from '../../parts/combobox.ts';
import { html } from '../../parts/html.ts';
import { dropdown } from '../../parts/toolkit.ts';
import type { DrawnMap } from './drawnMap.ts';
import { pathMapPhrases, pathMapWords } from './pathMapWords.ts';

interface ComparisonActions {
  readonly compare: (comparison: MapComparison) => void;
  /** The fields in which the two versions are chosen: there may be hundreds. */
  readonly fields: Readonly<Record<'before' | 'after', Combobox>>;
}

/** What the map is compared with. */
export function comparisonChoice(
  { comparison, versions, otherVersions }: PathMapView,
  { compare, fields }: ComparisonActions,
): TemplateResult {
  const [later, earlier] = versions;
  const options = [
    { value: 'nothing', words: pathMapWords.nothing },
    { value: 'rangeBefore', words: pathMapWords.rangeBefore },
    ...(later && earlier ? [{ value: 'version', words: pathMapWords.versions }] : []),
  ];
  const choose = (value: string): void => {
    if (value === 'version' && later && earlier) compare({ with: 'version', before: earlier.id, after: later.id });
    else compare({ with: value === 'rangeBefore' ? value : 'nothing' });
  };
  return html`${dropdown({ label: pathMapWords.compare, options, chosen: comparison.with, choose })}
    ${comparison.with === 'version' ? versionChoices(comparison, versions, { compare, fields }) : nothing}
    ${
      comparison.with === 'version' && otherVersions > 0
        ? html`<span class="muted">${pathMapPhrases.otherVersions(otherVersions, versions.length)}</span>`
        : nothing
    }`;
}

function versionChoices(
  comparison: Extract<MapComparison, { with: 'version' }>,
  versions: readonly MapVersion[],
  { compare, fields }: ComparisonActions,
): TemplateResult {
  const options = versions.map(({ id, agent, sessions }) => ({
    value: id,
    words: pathMapPhrases.version(agent, id, sessions),
  }));
  const field = (label: string, side: 'before' | 'after'): TemplateResult =>
    fields[side].view({
      label,
      options,
      chosen: comparison[side],
      choose: (id) => compare({ ...comparison, [side]: id }),
    });
  return html`${field(pathMapWords.versionBefore, 'before')} → ${field(pathMapWords.versionAfter, 'after')}`;
}

/** How much is folded. */
export function foldingSlider({ edges, all, steps, step }: DrawnMap, fold: (step: number) => void): TemplateResult {
  const words = pathMapPhrases.folded(steps[step] ?? 1, edges.length, all.edges.length);
  return html`<label class="map-slider">
    <span class="unseen">${pathMapWords.weakest}</span>
    <input
      type="range"
      min="0"
      max=${Math.max(0, steps.length - 1)}
      .value=${String(step)}
      aria-valuetext=${words}
      @input=${({ target }: Event) => fold(Number((target as HTMLInputElement).value))}
    />
    <span class="muted">${words}</span>
  </label>`;
}
