import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { isScalar, storedTokens } from '../../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from '../../mapping/archivedField.ts';
import { archivedField } from '../../mapping/archivedField.ts';
import type { Asking } from './askedAggregation.ts';

/** The field that an aggregation is about, where it has a place of its own in the index. */
export function aggregatedField({ field, missing }: LooseRecord, { long }: Asking): ArchivedField | undefined {
  const found = typeof field === 'string' ? archivedField(field) : undefined;
  if (!found?.isMapped || found.kind === 'text') return undefined;
  // What stands for a missing value is read here as a value of a session is.
  if (missing !== undefined && (!isScalar(missing) || found.kind === 'date' || found.kind === 'boolean'))
    return undefined;
  if (missing !== undefined && isScalar(missing) && storedTokens(found.kind, missing)[0] !== missing) return undefined;
  if (found.kind === 'id') long.add(found.path);
  return found;
}
