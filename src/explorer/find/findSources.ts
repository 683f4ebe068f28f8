import type { ServiceLookup } from '../../api/lookup/serviceLookup.ts';
import type { ResultLists } from '../../api/runs/resultLists.ts';
import type { SearchOptions } from '../../api/search/searchOptions.ts';
import type { SessionStream } from '../../api/search/sessionStream.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { OpensBehind } from '../../host/opensBehind.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { RunSources } from '../runs/runQuery.ts';
import type { QuestionSources, ServiceAnswer } from './findQuestion.ts';

/** What Find Session looks through, and what it asks. */
export interface FindSources {
  readonly now: () => Date;
  readonly zone: () => string;
  readonly searchSessions: (options: SearchOptions) => Promise<SessionStream>;
  readonly createLookup: () => ServiceLookup<ServiceAnswer>;
  /** Sessions that were loaded already, with the connection that they came from. */
  readonly loaded: () => readonly LocatedSession[];
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  readonly recent: () => readonly RecentSession[];
  readonly knownValues: QuestionSources['knownValues'];
  readonly opensBehind: OpensBehind;
  readonly lists: Pick<ResultLists, 'chosenFrom'>;
  readonly wordsOf: RunSources['wordsOf'];
}
