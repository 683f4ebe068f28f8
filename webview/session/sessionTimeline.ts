import type { TemplateResult } from 'lit/html.js';
import type { HostRequests } from './hostRequests.ts';
import type { SessionModel } from './model/model.ts';
import type { SessionActions } from './sessionActions.ts';
import type { SessionFocus, SessionParts } from './sessionFocus.ts';
import type { Sharing } from './sharing.ts';
import { timelinePanel } from './timelinePanel.ts';

interface TimelineParts extends Pick<SessionParts, 'navigator' | 'timeline'> {
  readonly focus: SessionFocus;
  readonly actions: SessionActions;
  readonly sharing: Sharing;
  readonly requests: HostRequests;
}

/** The timeline with the detail beside it, and what each of their parts does. */
export function sessionTimeline(
  model: SessionModel,
  { navigator, timeline, focus, actions, sharing, requests }: TimelineParts,
): TemplateResult {
  return timelinePanel(
    { model, state: navigator.state, timeline },
    {
      selectStep: (step) => navigator.selectStep(step),
      selectEnd: () => navigator.selectEnd(),
      selectLine: (line) => navigator.selectLine(line),
      goTo: (step) => navigator.goTo(step),
      setDensity: (density) => navigator.change({ density }),
      setForm: (pathForm) => navigator.change({ pathForm }),
      setSplit: (split) => navigator.change({ split }),
      toDetail: () => focus.detail(),
      detail: {
        copy: (text, sentence) => void sharing.copyMasked(model, text, sentence),
        openText: (title, text) => sharing.openText(title, text),
        showPart: (part) => navigator.change({ part }),
        copyCurl: () => actions.do('copyCurl'),
        copyHttp: () => actions.do('copyHttp'),
        filterFor: () => actions.do('filterFor'),
        openRecording: (place) => void requests.openRecording(place),
        nameNode: () => actions.do('nameNode'),
        openNodeLink: () => actions.do('openNodeLink'),
      },
    },
  );
}
