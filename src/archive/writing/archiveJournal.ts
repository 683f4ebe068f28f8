import type { ReadingState } from '../../api/reading/readingState.ts';

export interface ArchiveProgress {
  readonly written: number;
  /** What the cluster refused. */
  readonly refused: number;
  /** What the refinement does not keep. */
  readonly leftOut: number;
  /** What could not be masked. */
  readonly unmasked: number;
  /** What has no id: nothing would tell it from others. */
  readonly unnamed: number;
  /** What was read of it starts outside of the range that was asked for: it is archived all the same. */
  readonly outside: number;
}

/** How far an archiving had come when all that it had read was written. */
export interface ArchiveState {
  readonly state: ReadingState;
  readonly progress: ArchiveProgress;
}

type Saved = ReturnType<typeof toJson>;

/** As it stands in a file. */
export function writeArchiveState(saved: ArchiveState): string {
  return JSON.stringify(toJson(saved));
}

/** Undefined for a text that was cut when its writing was. */
export function readArchiveState(text: string | undefined): ArchiveState | undefined {
  if (text === undefined) return undefined;
  try {
    const { progress, parts, counted, missing } = JSON.parse(text) as Saved;
    return {
      // An earlier version saved it without.
      progress: { ...progress, outside: progress.outside ?? 0 },
      state: {
        parts: parts.map(({ from, to, isCounted }) => ({ range: rangeOf(from, to), isCounted })),
        counted: counted.map(({ from, to, total }) => ({ range: rangeOf(from, to), total })),
        missing: missing.map(({ from, to, reason, count }) => ({
          range: rangeOf(from, to),
          reason,
          count: count ?? undefined,
        })),
      },
    };
  } catch {
    return undefined;
  }
}

function toJson({ state, progress }: ArchiveState) {
  return {
    progress,
    parts: state.parts.map(({ range, isCounted = false }) => ({ ...timesOf(range), isCounted })),
    counted: state.counted.map(({ range, total }) => ({ ...timesOf(range), total })),
    missing: state.missing.map(({ range, reason, count = null }) => ({ ...timesOf(range), reason, count })),
  };
}

function timesOf({ from, to }: { readonly from: Date; readonly to: Date }) {
  return { from: from.getTime(), to: to.getTime() };
}

function rangeOf(from: number, to: number) {
  return { from: new Date(from), to: new Date(to) };
}
