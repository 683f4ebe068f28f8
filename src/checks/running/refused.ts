import type { Position } from '../../domain/text/positionIn.ts';

/** Why a query is not checked, in a sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Where in the text of the query that stands, where it is known. */
  readonly at: Position | undefined;

  constructor(sentence: string, at?: Position) {
    super(sentence);
    this.at = at;
  }
}
