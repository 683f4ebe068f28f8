import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { RecordingPlace } from '../../../src/domain/session/recording.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { html } from '../../parts/html.ts';
import { table } from '../../parts/table.ts';
import type { SessionModel } from '../model/model.ts';
import { parameterRecordings } from '../recordings/parameterRecordings.ts';
import { words } from '../words/words.ts';
import { stepStateSection } from './stepStateSection.ts';

interface StateActions {
  readonly selectStep: (step: number) => void;
  readonly openRecording: (place: RecordingPlace) => void;
}

/** What was known after a step and where it ran: parameters, those first that it changed, tags, recordings, context. */
export function stateSections(model: SessionModel, step: Step, actions: StateActions): TemplateResult {
  const recordings = model.parameterRecordings.filter(({ place }) => place.of === 'step' && place.step === step.index);
  return html`${stepStateSection(model, step, actions)}
    ${parameterRecordings(recordings, actions.openRecording)}
    ${
      step.tags.length > 0
        ? html`<section><h3>${step.repeats ? words.repeatedTags : words.stepTags}</h3>${table({
            label: words.stepTags,
            columns: [1, 1],
            headings: [words.tag, words.category],
            rows: step.tags.map(({ tag, category }) => [tag, category]),
          })}</section>`
        : nothing
    }
    ${contextSection(model, step)}`;
}

function contextSection({ nodeName }: SessionModel, step: Step): TemplateResult {
  const rows = [
    [words.said, step.spoken],
    [words.callerSaid, step.userInput],
    [words.output, step.output],
    [words.nodeName, nodeName(step.nodeId)?.name],
    [words.nodeDescription, nodeName(step.nodeId)?.description],
    [words.nodeId, step.nodeId],
    [words.requestId, step.requestId],
  ].filter(([, value]) => value !== undefined);
  if (rows.length === 0) return html`<p class="note">${words.noState}</p>`;
  return html`<section><h3>${words.context}</h3>
    <dl class="context">${rows.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto" title=${value ?? ''}>${value}</dd>`)}</dl>
  </section>`;
}
