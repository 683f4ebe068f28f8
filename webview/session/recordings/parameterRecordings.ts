import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { PlacedRecording, RecordingPlace } from '../../../src/domain/session/recording.ts';
import { html } from '../../parts/html.ts';
import { recordingView } from './recordingView.ts';
import { recordingWords } from './recordingWords.ts';

/** What the caller said for parameters, to be heard. Nothing where nothing was recorded. */
export function parameterRecordings(
  recordings: readonly PlacedRecording[],
  open: (place: RecordingPlace) => void,
): TemplateResult | typeof nothing {
  if (recordings.length === 0) return nothing;
  return html`<section aria-label=${recordingWords.ofParameters}>
    <h3>${recordingWords.ofParameters}</h3>
    <dl class="context">${recordings.map(
      ({ name, place, recording }) =>
        html`<dt dir="auto">${name}</dt><dd>${recordingView(recording, () => open(place))}</dd>`,
    )}</dl>
  </section>`;
}
