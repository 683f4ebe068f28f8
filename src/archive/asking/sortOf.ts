import type { SortKey } from '../../domain/query/request.ts';
import { findSlip } from '../../domain/session/fields/fields.ts';
import { ArchiveError } from '../client/archiveError.ts';
import { archivedField } from '../mapping/archivedField.ts';

const unmappedTypes = { id: 'keyword', number: 'double', date: 'date', boolean: 'boolean' } as const;

/** The order of a request, as engines take it; what has no value comes last. Throws an ArchiveError for a field without an order. */
export function sortOf(keys: readonly SortKey[]): readonly unknown[] {
  return keys.map(({ field: named, direction }) => {
    const path = (findSlip(named, 'sort') ?? findSlip(named))?.use ?? named;
    const field = archivedField(path);
    if (!field?.isMapped || field.kind === 'text') throw new ArchiveError('unsortable', { asked: 'read', what: path });
    return { [path]: { order: direction, missing: '_last', unmapped_type: unmappedTypes[field.kind] } };
  });
}
