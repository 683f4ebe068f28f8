import type { TemplateResult } from 'lit/html.js';
import type { ResultsHost } from '../../parts/host/host.ts';
import type { Redraw } from '../../parts/redraw.ts';
import type { Shortcuts } from '../../parts/shortcutsView.ts';
import type { Voice } from '../../parts/voice.ts';
import type { AnalysisStore } from './analysisStore.ts';
import type { ResultsModel } from './resultsModel.ts';

/** What a view of the results is made with. */
export interface TabContext {
  readonly host: ResultsHost;
  /** The rows, what was chosen of them, and what the host says of their run. */
  readonly model: ResultsModel;
  /** What the host worked out over every session of the query's range. */
  readonly analyses: AnalysisStore;
  readonly voice: Voice;
  readonly redraw: Redraw;
  /** Shows another view, by its id. */
  readonly showTab: (id: string) => void;
  /** Shows everything again as the query found it. */
  readonly resetLook: () => void;
}

/** A view of the results: a tab of the page. Each has a room of its own, and is named in `resultsTabs.ts`. */
export interface ResultsTab {
  /** Also what is kept of which tab was shown: never to be changed. */
  readonly id: string;
  readonly label: () => string;
  /** What stands beside the label. */
  readonly count?: () => number | undefined;
  /** Draws it; called only while it is the one that is shown. */
  readonly view: () => TemplateResult;
  /** Takes the keys, when the tab is shown. */
  readonly focus: () => void;
  /** A key that nothing else has taken, while it is shown; answers whether it did something. */
  readonly key?: (event: KeyboardEvent) => boolean;
  readonly shortcuts?: () => Shortcuts;
}

export type MakeTab = (context: TabContext) => ResultsTab;
