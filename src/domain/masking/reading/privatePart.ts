import type { Stretch } from '../text/stretch.ts';

/** A part of a text that is a person's, or a secret. */
export interface PrivatePart extends Stretch {
  readonly kind: 'secret' | 'number' | 'email' | 'party';
  /** As it is meant, however it is written: one value has one alias. */
  readonly value: string;
  /** What a secret is called. */
  readonly name?: string | undefined;
  /** What has to stand on both sides of what takes its place: it was a number of JSON. */
  readonly quote?: string | undefined;
}

/** The parts in order, none within another. Of two that overlap, the second is what is left of it. */
export function inOrder(parts: readonly PrivatePart[]): readonly PrivatePart[] {
  if (parts.every((part, index) => index === 0 || part.start >= (parts[index - 1]?.end ?? 0))) return parts;
  const ordered: PrivatePart[] = [];
  let end = 0;
  for (const part of [...parts].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b))) {
    if (part.end <= end) continue;
    ordered.push(part.start < end ? { ...part, start: end } : part);
    end = part.end;
  }
  return ordered;
}

const ranks = { party: 0, secret: 1, email: 2, number: 3 };

function rank({ kind }: PrivatePart): number {
  return ranks[kind];
}
