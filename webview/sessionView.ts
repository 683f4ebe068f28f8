import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { SessionView as Shown } from '../src/protocol/messages.ts';
import type { Finder } from './finder.ts';
import type { SessionModel } from './model.ts';
import { parametersView } from './parametersView.ts';
import { searchBar } from './searchBar.ts';
import { sessionHeader } from './sessionHeader.ts';
import { shortcutsView } from './shortcutsView.ts';
import { tagsView } from './tagsView.ts';
import { tabs } from './toolkit.ts';
import type { TabId } from './viewState.ts';
import { tabIds } from './viewState.ts';
import { words } from './words.ts';

interface Parts {
  readonly model: SessionModel;
  readonly shown: Shown;
  readonly tab: TabId;
  readonly finder: Finder;
  readonly help: boolean;
  readonly announcement: string;
  readonly conversation: () => TemplateResult;
}

interface Actions {
  readonly copy: (text: string, what: string) => void;
  readonly selectStep: (step: number) => void;
  readonly selectTab: (tab: TabId) => void;
  readonly nextProblem: () => void;
  readonly find: (query: string) => void;
  readonly toMatch: (direction: 1 | -1) => void;
  readonly toggleHelp: () => void;
}

/** A session from its header to its tabs. */
export function sessionView(parts: Parts, actions: Actions): TemplateResult {
  const { model, shown, finder } = parts;
  const { summary, conversation, parameters, tags } = model;
  const all = [
    { id: 'conversation', label: words.conversation, content: parts.conversation },
    {
      id: 'parameters',
      label: words.parameters,
      count: parameters.length,
      content: () => parametersView(model, actions.selectStep),
    },
    { id: 'tags', label: words.tags, count: tags.length, content: () => tagsView(model) },
  ];
  const bare = !conversation.hasPath && !conversation.hasTranscript;
  const partial = shown.content.type === 'document' && shown.content.partial;
  const missing = partial ? words.partialAtService : bare ? words.partial : undefined;
  const choose = (id: string): void => actions.selectTab(tabIds.find((tab) => tab === id) ?? 'conversation');
  return html`<div class="app">
    ${sessionHeader(model, {
      timeZone: shown.settings.timeZone,
      connection: shown.connection,
      partial: partial || bare,
      copy: actions.copy,
      nextProblem: actions.nextProblem,
    })}
    ${missing === undefined ? nothing : banner(missing)}
    ${summary.status === 'in_progress' ? banner(words.inProgress) : nothing}
    ${finder.query === undefined ? nothing : searchBar(finder, actions)}
    ${tabs(all, parts.tab, choose)}
    ${parts.help ? shortcutsView(actions.toggleHelp) : nothing}
    <div class="live" role="status" aria-live="polite">${parts.announcement}</div>
  </div>`;
}

function banner(sentence: string): TemplateResult {
  return html`<p class="banner" role="note"><span class="codicon codicon-info" aria-hidden="true"></span>${sentence}</p>`;
}
