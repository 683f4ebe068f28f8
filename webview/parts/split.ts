/** Less than this of either side nobody could use. */
const narrowest = 25;
const usual = 60;

/** How much of the width the first of two columns has, in percent, from what was kept or moved to. */
export function readSplit(kept: unknown): number {
  if (typeof kept !== 'number' || !Number.isFinite(kept)) return usual;
  return Math.round(Math.min(100 - narrowest, Math.max(narrowest, kept)));
}
