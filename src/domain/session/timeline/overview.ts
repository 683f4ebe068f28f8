import type { Turn } from '../conversation.ts';
import type { Step } from '../steps.ts';

/** A part of a session's time, as fractions of all of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where everything stands on an axis of execution time. The data knows no other time of a step. */
export interface Overview {
  /** By step index. */
  readonly spans: readonly Span[];
  /** Absent where no step says how long it took: then each counts as one. */
  readonly executionMs?: number;
  readonly turns: readonly Span[];
  readonly speech: readonly Span[];
  readonly webhooks: readonly Span[];
  readonly problems: readonly Span[];
}

/** Finer than this nobody can see: what lies closer together is one. */
const finest = 1 / 1_000;

export function readOverview(steps: readonly Step[], turns: readonly Turn[]): Overview {
  const times = steps.map(({ executionMs = 0 }) => Math.max(0, Number.isFinite(executionMs) ? executionMs : 0));
  const executionMs = times.reduce((sum, ms) => sum + ms, 0);
  const whole = executionMs > 0 ? executionMs : Math.max(1, steps.length);
  let at = 0;
  const spans = times.map((ms): Span => {
    const start = at / whole;
    at += executionMs > 0 ? ms : 1;
    return { start, end: at / whole };
  });
  const of = (is: (step: Step) => boolean): readonly Span[] =>
    joined(steps.filter(is).flatMap(({ index }) => spans[index] ?? []));
  return {
    spans,
    ...(executionMs > 0 ? { executionMs } : {}),
    turns: turns.flatMap(({ steps: own }) => {
      const [first, last] = [spans[own[0]?.index ?? -1], spans[own.at(-1)?.index ?? -1]];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    }),
    speech: of(({ type }) => type === 'speak'),
    webhooks: of(({ type, problem }) => type?.toLowerCase() === 'webhook' && problem === undefined),
    problems: of(({ problem }) => problem !== undefined),
  };
}

/** The step that runs at a point of the axis. */
export function stepAt({ spans }: Overview, fraction: number): number | undefined {
  const at = spans.findIndex(({ end }) => end > fraction);
  return spans.length === 0 ? undefined : at < 0 ? spans.length - 1 : at;
}

/** As few spans as look the same. They come in order. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && span.start - last.end < finest) all[all.length - 1] = { start: last.start, end: span.end };
    else all.push(span);
  }
  return all;
}
