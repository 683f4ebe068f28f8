import * as vscode from 'vscode';
import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { Run } from '../../api/runs/run.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { zonedTime, zoneName } from '../../domain/time/zonedTime.ts';
import type { LocalProgress } from '../connections/localService.ts';
import { progressSentence, progressWords } from '../connections/progressWords.ts';
import { numberText } from '../numberText.ts';
import { refinedWords, shownOfTotal } from './countWords.ts';

export interface RunWordSources {
  readonly zone: ShownZone;
  readonly deleted: Pick<DeletedSessions, 'countIn'>;
  /** How far the file behind a connection is read, while somebody waits for that. */
  readonly progressOf: (connection: string) => LocalProgress | undefined;
}

/** Which answer this is: how many, on which connection, and when, in the zone of all times below. */
export function runDescription(run: Run, words: RunWordSources): string {
  return [runOutcome(run, words), runAbout(run, words.zone)].join(' · ');
}

/** On which connection a run was, and when. */
export function runAbout({ identity: { connection, startedAt } }: Run, zone: ShownZone): string {
  return [connection, `${zonedTime(startedAt, zone).slice(11, 16)} ${zoneName(startedAt, zone)}`].join(' · ');
}

/** How many a run has found, or what became of it. */
export function runOutcome(run: Run, { deleted, progressOf }: RunWordSources): string {
  const { shown, total } = shownOfTotal(run, deleted);
  const progress = progressOf(run.identity.connection);
  switch (run.state) {
    case 'running':
      if (progress) return progressWords(progress);
      return run.isLoadingMore ? vscode.l10n.t('{0} of {1}, loading more…', shown, total) : vscode.l10n.t('searching…');
    case 'failed':
      return run.canLoadMore ? vscode.l10n.t('{0} of {1}, then failed', shown, total) : vscode.l10n.t('failed');
    case 'cancelled':
      return run.canLoadMore ? vscode.l10n.t('{0} of {1}, then cancelled', shown, total) : vscode.l10n.t('cancelled');
    case 'done':
      if (run.shortfall === 'outsideRange') return vscode.l10n.t('{0} of {1}, some outside of the range', shown, total);
      if (run.shortfall === 'filterUnheeded')
        return vscode.l10n.t('{0} of {1}, some don’t match the filter', shown, total);
      if (run.shortfall === 'noTiebreaker' || run.shortfall === 'moved' || run.shortfall === 'unchecked')
        return vscode.l10n.t('{0} of {1}, some may be missing', shown, total);
      if (run.shortfall) return vscode.l10n.t('{0} of {1}, no more given', shown, total);
      if (run.leftOut !== undefined) return refinedWords(run, deleted);
      return run.sessions.length === 0 && !run.hasMore
        ? vscode.l10n.t('0 sessions')
        : vscode.l10n.t('{0} of {1}', shown, total);
  }
}

/** Why sessions are missing from a run, for where there is room for a sentence. */
export function shortfallWords({ shortfall }: Pick<Run, 'shortfall'>): string | undefined {
  switch (shortfall) {
    case undefined:
      return undefined;
    case 'crowdedSecond':
      return vscode.l10n.t(
        'Some sessions are missing: more start in one second than the service gives. Run the query with a narrower filter.',
      );
    case 'notGiven':
      return vscode.l10n.t('The service counts more sessions than it gave.');
    case 'moved':
      return vscode.l10n.t(
        'Some sessions are missing: others came and went while pages were read. Run the query again, or sort it by time.',
      );
    case 'unchecked':
      return vscode.l10n.t(
        'Some sessions may be missing: whether others came and went while pages were read couldn’t be checked. Run the query again, or sort it by time.',
      );
    case 'outsideRange':
      return vscode.l10n.t('Some sessions start outside of the range: the service may not heed the dates.');
    case 'filterUnheeded':
      return vscode.l10n.t('Some sessions don’t match the filter: the service may not heed all of it.');
    case 'noTiebreaker':
      return vscode.l10n.t('Some sessions may be missing, and others come twice: the service doesn’t sort by id.');
  }
}

/** What stands in a list where a run found nothing. */
export function emptyWords(run: Run): string {
  return run.leftOut ? nothingFoundWords(run) : vscode.l10n.t('0 sessions – Why?');
}

/** That a run found nothing, as a sentence. */
export function nothingFoundWords(run: Run): string {
  if (!run.leftOut) return vscode.l10n.t('No sessions found.');
  if (run.leftOut === 1) return vscode.l10n.t('The refinement keeps none of 1 session');
  return vscode.l10n.t('The refinement keeps none of {0} sessions', numberText(run.leftOut));
}

/** What a run is doing. */
export function runningWords(run: Run, progress: LocalProgress | undefined): string {
  if (progress) return progressSentence(progress);
  if (run.isLoadingMore) return vscode.l10n.t('Loading more…');
  const { answered, all } = run.progress;
  return all > 1 ? vscode.l10n.t('Searching, {0} of {1} windows…', answered, all) : vscode.l10n.t('Searching…');
}
