import type { Run } from '../../api/runs/run.ts';
import type { CountAllFacets, RunFacetCounts, RunFacetQuestion } from '../../api/runs/runOptions.ts';
import type { Mask } from '../../domain/masking/mask.ts';
import type { CountFacets, FacetCountsView } from '../../protocol/facetMessages.ts';

/** Why facets are not counted over everything. */
export type FacetNote = Extract<RunFacetCounts, { readonly uncounted: string }>;

type Counted = Omit<FacetCountsView, 'run'>;

export interface CountingNeeds {
  readonly numberOf: (run: Run) => number;
  readonly noteWords: (note: FacetNote) => string;
  readonly failureWords: (error: unknown, run: Run) => string;
  /** What masks the rows of a run; undefined while they show personal data as it is. */
  readonly maskOf: (run: Run) => Mask | undefined;
}

/** What callers said or are called stands in these. Their sessions are masked as a whole, and a value alone cannot be masked alike. */
const personal: ReadonlySet<string> = new Set(['parameterValue', 'webhook']);
/** Ids and spans, in which nothing is masked. */
const plain: ReadonlySet<string> = new Set(['node', 'version', 'duration', 'hour', 'weekday']);

/** Has facets counted over all sessions of a run, where that can be done, for one page: only what was asked last is answered. */
export class FacetCounting {
  readonly #needs: CountingNeeds;
  #stopping: AbortController | undefined;

  constructor(needs: CountingNeeds) {
    this.#needs = needs;
  }

  dispose(): void {
    this.#stopping?.abort();
  }

  /** Undefined where another question came meanwhile, and of what counts nothing by itself. */
  async count(run: Run, asked: CountFacets): Promise<FacetCountsView | undefined> {
    this.#stopping?.abort();
    const { countFacets } = run;
    if (!countFacets) return undefined;
    const stopping = new AbortController();
    this.#stopping = stopping;
    try {
      const view = await this.#ask(run, countFacets, asked, stopping.signal);
      return stopping.signal.aborted ? undefined : { run: this.#needs.numberOf(run), ...view };
    } catch (error) {
      if (stopping.signal.aborted) return undefined;
      return { run: this.#needs.numberOf(run), ...uncounted(this.#needs.failureWords(error, run)) };
    }
  }

  async #ask(run: Run, countFacets: CountAllFacets, asked: CountFacets, signal: AbortSignal): Promise<Counted> {
    const { facets, choices, ranges, zone, gone } = asked;
    // What was chosen is looked at, too: it may be an alias.
    const wanted = [...new Set([...facets, ...choices.map(({ facet }) => facet)])];
    const question = { facets: wanted, choices, ranges, zone, gone };
    const mask = this.#needs.maskOf(run);
    const count = (more: Partial<RunFacetQuestion>) => countFacets({ ...question, ...more }, signal);
    if (!mask) return this.#viewOf(await count({}), facets);
    const asIs = wanted.some((facet) => personal.has(facet)) ? undefined : await count({});
    if (asIs && ('uncounted' in asIs || wanted.every((facet) => isAsItIs(asIs, facet, mask))))
      return this.#viewOf(asIs, facets);
    const masked = await count({ mask });
    return 'uncounted' in masked ? this.#plainPart(masked, { asked, mask, count }) : this.#viewOf(masked, facets);
  }

  /** Those facets that nothing is masked in, where the others cannot be counted. */
  async #plainPart(
    why: FacetNote,
    {
      asked: { facets, choices },
      mask,
      count,
    }: {
      readonly asked: CountFacets;
      readonly mask: Mask;
      readonly count: (more: Partial<RunFacetQuestion>) => Promise<RunFacetCounts>;
    },
  ): Promise<Counted> {
    const note = this.#needs.noteWords(why);
    const chosen = choices.map(({ facet }) => facet);
    if (chosen.some((facet) => personal.has(facet))) return uncounted(note);
    const found = await count({ facets: [...new Set([...facets, ...chosen])].filter((facet) => !personal.has(facet)) });
    if ('uncounted' in found || !chosen.every((facet) => isAsItIs(found, facet, mask))) return uncounted(note);
    return {
      ...this.#viewOf(
        found,
        facets.filter((facet) => isAsItIs(found, facet, mask)),
      ),
      note,
    };
  }

  #viewOf(found: RunFacetCounts, facets: readonly string[]): Counted {
    if ('uncounted' in found) return uncounted(this.#needs.noteWords(found));
    const shown = facets.filter((facet) => found.facets.has(facet));
    return {
      counted: {
        total: found.total,
        passing: found.passing,
        facets: shown.map((facet) => ({ facet, values: [], hasOthers: false, ...found.facets.get(facet) })),
      },
    };
  }
}

/** Whether the values of a facet are shown as they were counted, though personal data is masked. */
function isAsItIs(found: Extract<RunFacetCounts, { readonly total: number }>, facet: string, mask: Mask): boolean {
  if (plain.has(facet)) return true;
  const { values } = found.facets.get(facet) ?? {};
  return !personal.has(facet) && values?.every(({ text }) => mask.find(text).length === 0) === true;
}

function uncounted(note: string): Counted {
  return { counted: undefined, note };
}
