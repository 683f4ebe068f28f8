import { comparedHeaders } from '../../src/domain/comparison/comparedHeaders.ts';
import { payloadDifferences } from '../../src/domain/comparison/compareSteps.ts';
import type { Difference } from '../../src/domain/comparison/jsonDifferences.ts';
import type { SessionIds } from '../../src/domain/comparison/ownIds.ts';
import { covered } from '../../src/domain/sharing/template.ts';
import { masking } from '../parts/masking/masking.ts';
import { words } from '../session/words/words.ts';

/** Where the headers of two steps differ, their secrets covered, however they were written down; nothing before the mask is there. */
export function headerDifferences(left: unknown, right: unknown, ids: SessionIds): readonly Difference[] {
  const mask = masking();
  if (!mask || left === right) return [];
  const sides = [mask.readHeaders(left), mask.readHeaders(right)] as const;
  const shown = (name: string, value: unknown): string | undefined =>
    value === undefined ? undefined : mask.shownHeader({ name, value: String(value) });
  const found = [...payloadDifferences(...comparedHeaders(sides[0].headers, sides[1].headers), ids)].map(
    (difference) => {
      const [name = ''] = difference.path;
      return {
        ...difference,
        left: shown(String(name), difference.left),
        right: shown(String(name), difference.right),
      };
    },
  );
  const unread = sides.some(({ unread }) => unread);
  return unread ? [...found, { path: [words.unreadHeaders], left: covered, right: covered }] : found;
}
