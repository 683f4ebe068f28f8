import type { DateRange } from '../../domain/time/dates.ts';
import { fullness } from './pace.ts';

const second = 1000;
const mostPieces = 64;

/** Equal pieces of a range, the oldest first, that share the seconds between them: enough for `answers` answers' worth of sessions. */
export function piecesOf({ from, to }: DateRange, answers: number): readonly DateRange[] {
  const start = from.getTime();
  const seconds = Math.max(1, Math.floor((to.getTime() - start) / second));
  const count = Math.max(1, Math.min(mostPieces, seconds, Math.ceil(answers / fullness)));
  const edges = Array.from({ length: count + 1 }, (_, at) =>
    at === count ? to : new Date(start + Math.floor((seconds * at) / count) * second),
  );
  return edges.slice(1).map((edge, at) => ({ from: edges[at] ?? from, to: edge }));
}
