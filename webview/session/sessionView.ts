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
  readonly timeline: () => TemplateResult;
  readonly parameters: () => TemplateResult;
}

interface Actions {
  readonly copy: (text: string, what: string) => void;
  readonly goTo: (step: number) => void;
  readonly goToEnd: () => void;
  readonly goToStandout: () => void;
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
  const { copy, goTo, goToEnd, goToStandout, selectTab, nextProblem } = actions;
  const all = [
    { id: 'timeline', label: words.timeline, content: parts.timeline },
    { id: 'parameters', label: words.parameters, count: parameters.length, content: parts.parameters },
    { id: 'tags', label: words.tags, count: tags.length, content: () => tagsView(model, goTo) },
    {
      id: 'session',
      label: words.session,
      content: () =>
        factsView(model, { copy, connection: shown.connection, openRecording: () => actions.run('openRecording') }),
    },
  ];
  const bare = !conversation.hasPath && !conversation.hasTranscript;
  const partial = shown.content.type === 'document' && shown.content.partial;
  const missing = partial ? words.partialAtService : bare ? words.partial : undefined;
  const choose = (id: string): void => selectTab(tabIds.find((tab) => tab === id) ?? 'timeline');
  const end = findingsView(model, { nextProblem, goTo, goToEnd, showParameters: () => selectTab('parameters') });
  return html`<div class="app">
    ${sessionHeader(model, {
      timeZone: shown.settings.timeZone,
      partial: partial || bare,
      place: shown.place,
      copy,
      goToStandout,
      run: actions.run,
      toggleHelp: actions.toggleHelp,
    })}
    ${missing === undefined ? nothing : banner(missing)}
    ${isInProgress(summary) ? banner(words.inProgress) : nothing}
    ${maskBanner(shown.settings)}
    ${finder.query === undefined ? nothing : searchBar(finder, actions)}
    ${tabs({ label: words.views, all, active: state.tab, end }, choose)}
    ${parts.help ? shortcutsView(sessionShortcuts(), actions.toggleHelp) : nothing}
    <div class="live" role="status" aria-live="polite">${parts.announcement}</div>
  </div>`;
}
