import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { isInProgress } from '../../src/domain/session/session.ts';
import type { HostAction, SessionView as Shown } from '../../src/protocol/messages.ts';
import { banner, maskBanner } from '../parts/banner.ts';
import { html } from '../parts/html.ts';
import { shortcutsView } from '../parts/shortcutsView.ts';
import { tabs } from '../parts/toolkit.ts';
import { factsView } from './facts/factsView.ts';
import { findingsView } from './facts/findingsView.ts';
import { sessionHeader } from './facts/sessionHeader.ts';
import { tagsView } from './facts/tagsView.ts';
import type { Finder } from './model/finder.ts';
import type { SessionModel } from './model/model.ts';
import type { TabId, ViewState } from './model/viewState.ts';
import { tabIds } from './model/viewState.ts';
import { searchBar } from './searchBar.ts';
import { sessionShortcuts } from './sessionShortcuts.ts';
import { words } from './words/words.ts';

interface Parts {
  readonly model: SessionModel;
  readonly shown: Shown;
  readonly state: ViewState;
  readonly finder: Finder;
  readonly help: boolean;
  readonly announcement: string;
  readonly conversation: () => TemplateResult;
  readonly parameters: () => TemplateResult;
}

interface Actions {
  readonly copy: (text: string, what: string) => void;
  readonly selectStep: (step: number) => void;
  readonly selectTab: (tab: TabId) => void;
  readonly nextProblem: () => void;
  readonly run: (action: HostAction) => void;
  readonly find: (query: string) => void;
  readonly toMatch: (direction: 1 | -1) => void;
  readonly closeSearch: () => void;
  readonly toggleHelp: () => void;
}

/** A session from its header to its tabs. */
export function sessionView(parts: Parts, actions: Actions): TemplateResult {
  const { model, shown, state, finder } = parts;
  const { summary, conversation, parameters, tags } = model;
  const { copy, selectStep, selectTab, nextProblem } = actions;
  const all = [
    { id: 'conversation', label: words.conversation, content: parts.conversation },
    { id: 'parameters', label: words.parameters, count: parameters.length, content: parts.parameters },
    { id: 'tags', label: words.tags, count: tags.length, content: () => tagsView(model, selectStep) },
    { id: 'session', label: words.session, content: () => factsView(model, { copy }) },
  ];
  const bare = !conversation.hasPath && !conversation.hasTranscript;
  const partial = shown.content.type === 'document' && shown.content.partial;
  const missing = partial ? words.partialAtService : bare ? words.partial : undefined;
  const choose = (id: string): void => selectTab(tabIds.find((tab) => tab === id) ?? 'conversation');
  return html`<div class="app">
    ${sessionHeader(model, {
      timeZone: shown.settings.timeZone,
      connection: shown.connection,
      partial: partial || bare,
      place: shown.place,
      copy,
      run: actions.run,
    })}
    ${findingsView(model, { nextProblem, selectStep, showParameters: () => selectTab('parameters') })}
    ${missing === undefined ? nothing : banner(missing)}
    ${isInProgress(summary) ? banner(words.inProgress) : nothing}
    ${maskBanner(shown.settings)}
    ${finder.query === undefined ? nothing : searchBar(finder, actions)}
    ${tabs({ label: words.views, all, active: state.tab }, choose)}
    ${parts.help ? shortcutsView(sessionShortcuts(), actions.toggleHelp) : nothing}
    <div class="live" role="status" aria-live="polite">${parts.announcement}</div>
  </div>`;
}
