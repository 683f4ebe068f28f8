import * as vscode from 'vscode';
import type { Run } from '../api/runs/run.ts';
import type { ListedFacet } from '../domain/results/rows/facetFields.ts';
import { fieldsOfFacet, listedFacets } from '../domain/results/rows/facetFields.ts';
import { findField, titleOfField } from '../domain/session/fields/fields.ts';
import type { DateRange } from '../domain/time/dates.ts';
import { timeWithZone } from '../domain/time/zonedTime.ts';
import { unfoundWords } from '../host/connections/unfoundWords.ts';
import { nothingFoundWords, runAbout, runningWords, runOutcome, shortfallWords } from '../host/runs/runWords.ts';
import { timeZone } from '../host/settings.ts';
import type { ResultsColumn, RunView } from '../protocol/resultsMessages.ts';
import type { ResultsSources } from './resultsSources.ts';

interface ShownRuns {
  /** The newest run of the query. */
  readonly current: Run | undefined;
  /** The one whose sessions are shown. */
  readonly run: Run | undefined;
}

const nothing: RunView = {
  number: 0,
  state: 'none',
  outcome: '',
  about: '',
  loaded: 0,
  total: { count: 0, atLeast: false },
  canLoadMore: false,
  gone: [],
  asking: [],
  facets: [],
  countsAll: false,
};

/** A run as the page shows it: told as in the tree. */
export function runView({ current, run }: ShownRuns, sources: ResultsSources): RunView {
  if (!current || !run) return nothing;
  const { deleted, numberOf, progressOf } = sources;
  const zone = timeZone();
  const { connection, startedAt } = run.identity;
  const failure = current.state === 'failed' ? current.error : run.more.error;
  const unfound = current.state === 'done' ? unfoundWords(sources.unfoundIn(current.identity.connection)) : undefined;
  const shortfall = [shortfallWords(current), unfound].filter((words) => words !== undefined).join(' ');
  return {
    number: numberOf(run),
    state: current.state,
    outcome:
      current.state === 'running' && current.sessions.length === 0
        ? runningWords(current, progressOf(current.identity.connection))
        : runOutcome(current, { zone, deleted, progressOf }),
    ...(shortfall === '' ? {} : { shortfall }),
    about: runAbout(current, zone),
    ...(failure === undefined ? {} : { failure: failureWords(failure, current, sources) }),
    ...(current.state === 'done' && current.sessions.length === 0 ? { empty: emptyView(current, zone) } : {}),
    ...(run === current ? {} : { stale: vscode.l10n.t('From {0}, an earlier run', timeWithZone(startedAt, zone)) }),
    loaded: run.sessions.length,
    total: run.total,
    canLoadMore: run === current && run.canLoadMore,
    gone: run.sessions.flatMap((session, row) => (deleted.has(connection, session) ? [row] : [])),
    asking: run.more.asking,
    facets: facetsOf(run),
    countsAll: run.countFacets !== undefined,
  };
}

/** What the service found and the refinement left out needs no explanation. */
function emptyView(run: Run, zone: ReturnType<typeof timeZone>): NonNullable<RunView['empty']> {
  return { sentence: nothingFoundWords(run), range: rangeText(run.identity.range, zone), explain: !run.leftOut };
}

/** A range as people read it. */
export function rangeText({ from, to }: DateRange, zone = timeZone()): string {
  return vscode.l10n.t('{0} to {1}', timeWithZone(from, zone), timeWithZone(to, zone));
}

/** The facets whose values are known of a run's first sessions. */
export function facetsOf({ more, sessions }: Run): readonly ListedFacet[] {
  return listedFacets.filter((facet) =>
    fieldsOfFacet(facet).every((field) => sessions.length === 0 || more.have(field) > 0),
  );
}

export function columnsView(paths: readonly string[], run: Run | undefined): readonly ResultsColumn[] {
  return paths.map((path) => {
    const field = findField(path);
    return {
      path,
      title: titleOfField(path),
      kind: field?.kind,
      sortable: field?.sortable === true,
      asked: run?.more.have(path) ?? 0,
    };
  });
}

function failureWords(error: unknown, run: Run, { wordsOf }: ResultsSources): NonNullable<RunView['failure']> {
  const { sentence, action, runAgain } = wordsOf(error, run.identity.connection);
  const title = runAgain ? vscode.l10n.t('Run Again') : action?.title;
  return { sentence, ...(title === undefined ? {} : { action: title }) };
}
