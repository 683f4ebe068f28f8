import type { FacetCountsView } from '../../../src/protocol/facetMessages.ts';
import type { TabContext } from '../model/resultsTab.ts';

/** What an engine counts is there by then. */
const slowMs = 700;

type Counted = NonNullable<FacetCountsView['counted']>;

/** Facets as the service counts them over all sessions, where it does: asked for anew when what was chosen changes. */
export class AllCounts {
  readonly #context: TabContext;
  #asked = '';
  #view: FacetCountsView | undefined;
  #isSlow = false;

  constructor(context: TabContext) {
    this.#context = context;
  }

  /** Asks for the facets that are open, if that was not asked for yet. */
  ask(): void {
    const { model, host, redraw } = this.#context;
    const { run, settings } = model.view ?? {};
    // Not before its rows are there: who looks for rows waits for nothing else.
    if (!run?.countsAll || run.number !== model.store.run || run.state === 'running' || model.only) return;
    const { openFacets, choices, ranges } = model.state;
    const zone = settings?.timeZone === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : settings?.timeZone;
    const question = { facets: openFacets, choices, ranges, zone: zone ?? 'utc', gone: run.gone.length };
    const asked = JSON.stringify([run.number, settings?.masked, question]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#isSlow = false;
    const waiting = setTimeout(() => {
      this.#isSlow = this.#asked === asked;
      redraw.soon();
    }, slowMs);
    void host.channel.request({ type: 'countFacets', ...question }).then((view) => {
      clearTimeout(waiting);
      if (this.#asked !== asked) return;
      this.#isSlow = false;
      this.#view = view ?? this.#view;
      redraw.soon();
    });
  }

  /** What was counted last of the run that is shown; undefined where what is loaded counts. */
  get counted(): Counted | undefined {
    return this.#shown?.counted;
  }

  /** Counting takes so long that one wants to know of it. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** Why what is loaded counts where everything could, in a sentence. */
  get note(): string | undefined {
    return this.#shown?.note;
  }

  of(facet: string): Counted['facets'][number] | undefined {
    return this.counted?.facets.find((one) => one.facet === facet);
  }

  get #shown(): FacetCountsView | undefined {
    const { model } = this.#context;
    return model.view?.run.countsAll && !model.only && this.#view?.run === model.store.run ? this.#view : undefined;
  }
}
