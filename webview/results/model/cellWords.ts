import { readOutcome } from '../../../src/domain/session/session.ts';
import { parseServiceTime } from '../../../src/domain/time/serviceTime.ts';
import { durationText } from '../../../src/domain/time/zonedTime.ts';
import type { ResultsColumn } from '../../../src/protocol/resultsMessages.ts';
import { outcomeWords } from '../../parts/words/words.ts';

export const statusCode = 'channel_data.status_code';

/** Says what stands in a cell as people read it; what is none of what its field promises is shown as it is. */
export function cellWords(
  offset: (ms: number) => number,
): ({ path, kind }: Pick<ResultsColumn, 'path' | 'kind'>, text: string) => string {
  return ({ path, kind }, text) => {
    if (kind === 'date') {
      const time = parseServiceTime(text)?.getTime();
      return time === undefined ? text : zonedText(time, offset(time));
    }
    if (path === statusCode) {
      if (text === 'inProgress') return outcomeWords.inProgress;
      const outcome = readOutcome(text, false);
      return outcome === 'unknown' ? text : outcomeWords[outcome];
    }
    if (path === 'channel_data.duration') {
      const ms = Number(text);
      return Number.isFinite(ms) ? durationText(ms) : text;
    }
    return text;
  };
}

/** `2026-11-16 09:30:05` on a clock that is so far ahead of UTC. */
export function zonedText(ms: number, offset: number): string {
  const date = new Date(ms + offset);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}
