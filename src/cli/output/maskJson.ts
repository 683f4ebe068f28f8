import { createMask } from '../../domain/masking/mask.ts';
import { letterReader } from '../../machine/letterReader.ts';

/** Masks the JSON of one session after the other: one alias for one value in all of them. */
export function maskJson(): (json: string) => string {
  return createMask({ readLetters: letterReader() }).session;
}
