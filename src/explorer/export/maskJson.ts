import type { MaskJson } from '../../api/export/exportFormats.ts';
import { createMask } from '../../domain/masking/mask.ts';
import { letterReader } from '../../machine/letterReader.ts';

/** Masks one session after the other: one alias for one value in all of them. */
export function maskJson(): MaskJson {
  return createMask({ readLetters: letterReader() }).session;
}
