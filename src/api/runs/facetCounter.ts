import { parseJson } from '../../domain/json/parseJson.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { fieldsOfFacets } from '../../domain/results/facets/collectedFacets.ts';
import { CountedFacets } from '../../domain/results/facets/countedFacets.ts';
import type { FacetValue } from '../../domain/results/facets/facetValues.ts';
import { countedPart } from '../../domain/results/facets/sessionFacets.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { FacetCounts } from '../client/rangeService.ts';
import type { SessionCollector } from '../reading/collectSessions.ts';
import type { ReadAll } from './facetReading.ts';
import { FacetReading } from './facetReading.ts';
import type { CollectAll, RunFacetCounts, RunFacetQuestion, SessionMasking } from './runOptions.ts';

export interface FacetCounterOptions {
  /** Counts them by itself, or says why it cannot. */
  readonly ask: (question: RunFacetQuestion, signal: AbortSignal) => Promise<FacetCounts>;
  /** Gives every session of the run. */
  readonly collect: CollectAll;
  /** What lists bring of each session: who called stands there, which a mask has to know. */
  readonly listed: readonly string[];
}

/** More sessions are not read for a question: it would take minutes, and each further choice is another. */
const mostRead = 1_000_000;

/** Counts facets over all sessions of a run: by the service where it can, else here, of all its sessions, with the same answer. */
export class FacetCounter {
  readonly #options: FacetCounterOptions;
  /** By the mask that is put over the sessions. */
  readonly #readings = new Map<SessionMasking | undefined, FacetReading>();

  constructor(options: FacetCounterOptions) {
    this.#options = options;
  }

  async count(question: RunFacetQuestion, signal: AbortSignal): Promise<RunFacetCounts> {
    if (question.mask) return (await this.#here(question, signal)) ?? { uncounted: 'masked' };
    const isRead = this.#readings.get(undefined)?.gone === question.gone;
    if (isRead) return (await this.#here(question, signal)) ?? this.#options.ask(question, signal);
    const counts = await this.#options.ask(question, signal);
    return 'uncounted' in counts ? ((await this.#here(question, signal)) ?? counts) : counts;
  }

  async #here(question: RunFacetQuestion, signal: AbortSignal): Promise<FacetCounts | undefined> {
    const read = await this.#readingFor(question).wait(signal);
    if (typeof read !== 'number') return answerOf({ total: read.count, ...read.counts(question) });
    // Masked, as many would take too long for who waits.
    if (read > mostRead || question.mask) return undefined;
    const counted = new CountedFacets(question);
    const tooMany = await this.#read(undefined)(counted, mostRead, signal);
    return tooMany === undefined ? answerOf(counted.counts()) : undefined;
  }

  /** What is read, or was, of the sessions that there are now. */
  #readingFor({ gone, mask }: RunFacetQuestion): FacetReading {
    const known = this.#readings.get(mask);
    if (known?.gone === gone && !known.isGivenUp) return known;
    const reading = new FacetReading(gone, this.#read(mask));
    this.#readings.set(mask, reading);
    return reading;
  }

  #read(mask: SessionMasking | undefined): ReadAll {
    return async (collector, most, signal) => {
      const stopping = new AbortController();
      let tooMany: number | undefined;
      const onProgress: Parameters<CollectAll>[0]['onProgress'] = ({ total }) => {
        if (total.count <= most) return;
        tooMany = total.count;
        stopping.abort();
      };
      const fields = mask ? [...new Set([...fieldsOfFacets, ...this.#options.listed])] : fieldsOfFacets;
      const asked = { fields, signal: AbortSignal.any([signal, stopping.signal]), onProgress };
      try {
        await this.#options.collect(asked, [mask ? masked(collector, mask) : collector]);
      } catch (error) {
        if (tooMany === undefined) throw error;
      }
      return tooMany;
    };
  }
}

function masked(collector: SessionCollector, mask: SessionMasking): SessionCollector {
  return {
    collect: (session) => {
      const { session_start_time: start } = session;
      const shown = countedPart(parseJson(mask.session(writeJson(session))));
      collector.collect({ ...shown, session_start_time: start } as SessionDocument);
    },
  };
}

function answerOf({
  total,
  passing,
  facets,
}: {
  readonly total: number;
  readonly passing: number;
  readonly facets: ReadonlyMap<string, readonly FacetValue[]>;
}): FacetCounts {
  const counted = [...facets].map(([facet, values]) => [facet, { values, hasOthers: false }] as const);
  return { total, passing, facets: new Map(counted) };
}
