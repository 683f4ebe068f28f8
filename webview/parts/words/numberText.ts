import { numberText as numberTextIn } from '../../../src/domain/text/numberText.ts';

/** A number as it is written in the language of the page, which is its host's. */
export function numberText(value: number): string {
  return numberTextIn(value, globalThis.document?.documentElement.lang || 'en');
}
