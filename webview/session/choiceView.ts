import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { LooseRecord } from '../../src/domain/json/looseValues.ts';
import { summarise } from '../../src/domain/session/session.ts';
import { timeWithZone } from '../../src/domain/time/zonedTime.ts';
import { html } from '../parts/html.ts';
import { numberText } from '../parts/words/numberText.ts';
import { phrases, words } from './words/words.ts';

/** Nobody reads through more: such a file is for a connection. */
const mostOffered = 200;

/** The sessions of a document that holds several, to choose from. Their callers are left out: nothing here needs masking. */
export function choiceView(
  sessions: readonly LooseRecord[],
  { timeZone, choose }: { readonly timeZone: string; readonly choose: (index: number) => void },
): TemplateResult {
  const offered = sessions.slice(0, mostOffered);
  return html`<div class="session-choice">
    <h1>${phrases.severalSessions(sessions.length)}</h1>
    <ul>
      ${offered.map((session, index) => html`<li><button class="link" @click=${() => choose(index)}>${labelOf(session, timeZone)}</button></li>`)}
    </ul>
    ${sessions.length > mostOffered ? html`<p class="note">${numberText(mostOffered)} / ${numberText(sessions.length)}</p>` : nothing}
  </div>`;
}

function labelOf(session: LooseRecord, timeZone: string): string {
  const { id, start, agent } = summarise(session);
  const parts = [start && timeWithZone(start, timeZone), agent, id].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : words.notAvailable;
}
