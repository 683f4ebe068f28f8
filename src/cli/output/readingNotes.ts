import type { CollectOptions } from '../../api/reading/collectSessions.ts';
import type { Notes } from './notes.ts';

/** Tells on a terminal how far a reading is. */
export function readingNotes(notes: Notes): Required<Pick<CollectOptions, 'onProgress' | 'onWaiting'>> {
  return {
    onProgress: ({ read, total: { count, atLeast } }) =>
      notes.progress(`Reading sessions: ${read} of ${count}${atLeast ? ' or more' : ''}…`),
    onWaiting: (waiting) => waiting && notes.progress(`Waiting for the service, ${waiting.pauseMs / 1000} s…`),
  };
}
