import type { Party } from '../persons/parties.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import type { PrivateReader } from './privateReader.ts';

/** What is looked for in texts. */
export interface ReadingOptions {
  /** Those whose own value is looked for. */
  readonly parties?: readonly Party[];
  /** Secrets that are looked for. */
  readonly secrets?: readonly KnownSecret[];
  /** Persons stay as they are. */
  readonly secretsOnly?: boolean;
  /** All else was found before. */
  readonly soughtOnly?: boolean;
  /** What is known of texts that were read before, with the same options and no value to look for. */
  readonly before?: PrivateReader['known'];
}
