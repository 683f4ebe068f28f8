import { createHash } from 'node:crypto';

/**
 * So many of the items, drawn by chance: the same ones for the same seed, whatever order they come in, and all if there are not more.
 * @template T @param {readonly T[]} items @param {number} size @param {string} seed @returns {T[]}
 */
export function sampleOf(items, size, seed) {
  return items
    .map((item) => ({
      item,
      lot: createHash('sha256')
        .update(`${seed} ${JSON.stringify(item)}`)
        .digest('hex'),
    }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ item }) => item);
}

/**
 * How many percent the share in a sample may be from the share in all of them, in 19 of 20 samples (Agresti and Coull's interval, which
 * holds for shares near 0 and 100 % too). None if the sample is all.
 * @param {number} hits @param {number} size @param {number} total
 */
export function margin(hits, size, total) {
  if (size >= total) return 0;
  const z = 1.96;
  const share = (hits + z ** 2 / 2) / (size + z ** 2);
  return 100 * z * Math.sqrt(((share * (1 - share)) / (size + z ** 2)) * ((total - size) / (total - 1)));
}
