import { archiveMapping } from '../../../schemas/generated/archiveMapping.ts';
import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { leavesField } from './archivedField.ts';

/** What serves where our mapping has a type: queries find the same by them. */
const alike: Readonly<Record<string, readonly string[]>> = {
  keyword: ['constant_keyword', 'wildcard'],
  text: ['match_only_text'],
  date: ['date_nanos'],
  double: ['float', 'half_float', 'scaled_float', 'long', 'integer', 'short', 'byte', 'unsigned_long'],
};

/**
 * The first field that an index has in another way than queries need it, or not at all: a text where an id belongs, steps as documents of
 * their own. Queries would find nothing there, and say nothing. Undefined where all are as they have to be.
 */
export function foreignField(mapping: unknown): string | undefined {
  const { properties } = asRecord(mapping);
  return foreignIn(properties, archiveMapping, '') ?? foreignIn(properties, leaves, '');
}

const [besideName = '', leavesName = ''] = leavesField.split('.');
const leaves: LooseRecord = { [besideName]: { properties: { [leavesName]: { type: 'keyword' } } } };

function foreignIn(theirs: unknown, ours: LooseRecord, above: string): string | undefined {
  for (const [name, field] of Object.entries(ours)) {
    const path = `${above}${name}`;
    const [own, other] = [asRecord(field), asRecord(asRecord(theirs)[name])];
    if (isRecord(own.properties)) {
      if (other.type !== undefined && other.type !== 'object') return path;
      const below = foreignIn(other.properties, own.properties, `${path}.`);
      if (below !== undefined) return below;
    } else if (typeof own.type === 'string' && !isAlike(own.type, other.type)) return path;
  }
  return undefined;
}

function isAlike(own: string, other: unknown): boolean {
  return other === own || alike[own]?.some((one) => one === other) === true;
}
