import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { timeWithZone } from '../../../src/domain/time/zonedTime.ts';
import type { HostAction, ListPlace } from '../../../src/protocol/messages.ts';
import { formatDuration } from '../../parts/format.ts';
import { html } from '../../parts/html.ts';
import { badge, iconButton } from '../../parts/toolkit.ts';
import { outcomeWords } from '../../parts/words.ts';
import type { SessionModel } from '../model/model.ts';
import { recordingView } from '../recordings/recordingView.ts';
import { recordingWords } from '../recordings/recordingWords.ts';
import { copyWords } from '../words/copyWords.ts';
import { phrases, words } from '../words/words.ts';

const channelIcons = {
  voice: 'call-incoming',
  whatsapp: 'comment-discussion',
  sms: 'device-mobile',
  http: 'globe',
  other: 'question',
  unknown: 'question',
} as const;

interface HeaderActions {
  readonly timeZone: string;
  readonly connection: string | undefined;
  /** Whether there is more of the session than this. */
  readonly partial: boolean;
  readonly copy: (text: string, sentence: string) => void;
  readonly place: ListPlace | undefined;
  readonly run: (action: HostAction) => void;
}

/** Who spoke with whom, when, how long, how it ended. */
export function sessionHeader({ summary, recording }: SessionModel, actions: HeaderActions): TemplateResult {
  const { start, durationMs, caller, destination, channel, status } = summary;
  return html`<header class="session-header">
    <div class="title-row">
      <h1 dir="auto" title=${summary.agent ?? ''}>${summary.agent ?? words.session}</h1>
      ${badge(outcomeWords[summary.outcome], `outcome-${summary.outcome}`)}
      ${actions.partial ? badge(words.partialBadge, 'partial') : nothing}
      ${status && summary.outcome !== 'inProgress' ? html`<span class="status" title=${words.status}>${status.replaceAll('_', ' ')}</span>` : nothing}
      ${actions.place && actions.place.count !== '1' ? placeInList(actions.place, actions.run) : nothing}
    </div>
    <dl class="facts">
      ${fact(words.start, start ? html`<time datetime=${start.toISOString()} title=${start.toISOString()}>${timeWithZone(start, actions.timeZone)}</time>` : words.notAvailable, 'plain')}
      ${fact(words.duration, durationMs === undefined ? words.notAvailable : formatDuration(durationMs), durationMs === undefined ? 'major' : 'plain')}
      ${fact(words.channel, html`<span class="codicon codicon-${channelIcons[summary.channelKind]}" aria-hidden="true"></span> ${channel ?? words.notAvailable}`, 'plain')}
      ${caller ? fact(words.caller, html`${caller}${iconButton('copy', copyWords.copyCaller, () => actions.copy(caller, copyWords.copiedCaller))}`) : nothing}
      ${destination ? fact(words.called, destination, 'minor') : nothing}
      ${summary.id ? fact(words.session, html`<span class="mono ellipsis" title=${summary.id}>${summary.id}</span>${iconButton('copy', copyWords.copyId, () => actions.copy(summary.id ?? '', copyWords.copiedId))}`, 'minor') : nothing}
      ${recording.type === 'none' ? nothing : fact(recordingWords.recording, html`${recordingView(recording, () => actions.run('openRecording'))}`)}
      ${actions.connection ? fact(words.connection, actions.connection) : nothing}
    </dl>
  </header>`;
}

/** Where the session stands in the list it came from, and the ways on. */
function placeInList({ query, index, count }: ListPlace, run: HeaderActions['run']): TemplateResult {
  const whole = phrases.placeIn(index, count, query);
  return html`<span class="place" role="group" aria-label=${whole} title=${whole}>
    ${iconButton('arrow-up', words.previousSession, () => run('previousSession'))}
    <span class="place-text">${phrases.placeOf(index, count)}</span>
    ${iconButton('arrow-down', words.nextSession, () => run('nextSession'))}
  </span>`;
}

/** `minor`: what a narrow pane leaves to the session's tab; `plain`: what needs no name there. */
function fact(
  name: string,
  value: string | TemplateResult,
  weight: 'major' | 'minor' | 'plain' = 'major',
): TemplateResult {
  return html`<div class="fact ${weight}"><dt>${name}</dt><dd dir="auto">${value}</dd></div>`;
}
