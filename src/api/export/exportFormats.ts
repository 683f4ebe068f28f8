import { asText } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { listFields } from '../../domain/query/request.ts';
import { valuesAt } from '../../domain/session/fields/valuesAt.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { csvCell } from '../../domain/sharing/csvCell.ts';
import type { ReadRow } from '../reading/readRow.ts';
import { jsonOf } from '../reading/readRow.ts';

export type ExportFormat = 'ndjson' | 'json' | 'csv';

/** Makes what leaves the machine of the JSON of a session; undefined for one of which it cannot be made. */
export type MaskJson = (json: string) => string | undefined;

interface Format {
  readonly head: string;
  /** A session without what ends it; undefined when it cannot be masked. */
  row(row: ReadRow, mask: MaskJson | undefined): Uint8Array | undefined;
  readonly rowEnd: string;
  /** What stands for `rowEnd` after the last one. */
  readonly lastRowEnd: string;
  readonly foot: string;
  /** The members of a session that rows are made of, beside its bytes. */
  readonly names: readonly string[];
}

/** How sessions become a file; the fields are the columns where a format has columns. */
export const exportFormats: Readonly<Record<ExportFormat, (fields: readonly string[]) => Format>> = {
  ndjson: () => ({ head: '', row: bytesOf, rowEnd: '\n', lastRowEnd: '\n', foot: '', names: [] }),
  json: () => ({ head: '[\n', row: bytesOf, rowEnd: ',\n', lastRowEnd: '\n', foot: ']\n', names: [] }),
  csv: (fields) => {
    const columns = [...new Set(['id', 'session_start_time', ...(fields.length > 0 ? fields : defaultColumns)])];
    return {
      // Spreadsheets read a file as UTF-8 only when it says so.
      head: `\uFEFF${columns.map(csvCell).join(',')}\r\n`,
      row: (row, mask) => {
        const session = mask ? maskedMembers(row, mask) : row.members;
        return session && Buffer.from(columns.map((field) => csvCell(textAt(session, field))).join(','));
      },
      rowEnd: '\r\n',
      lastRowEnd: '\r\n',
      foot: '',
      names: [...new Set(columns.flatMap(membersOf))],
    };
  },
};

/** The members of a session that may hold a field: its name may contain dots. */
function membersOf(field: string): readonly string[] {
  const parts = field.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** What needs no change is neither read nor written anew. */
function bytesOf(row: ReadRow, mask: MaskJson | undefined): Uint8Array | undefined {
  if (!mask) return row.bytes;
  const masked = mask(jsonOf(row));
  return masked === undefined ? undefined : Buffer.from(masked);
}

function maskedMembers(row: ReadRow, mask: MaskJson): SessionDocument | undefined {
  const masked = mask(jsonOf(row));
  return masked === undefined ? undefined : (parseJson(masked) as SessionDocument);
}

const objects: Readonly<Record<string, readonly string[]>> = {
  channel_data: ['channel_data.duration', 'channel_data.status_code', 'channel_data.call_status'],
  agent_information: ['agent_information.name', 'agent_information.id', 'agent_information.version_id'],
  tags_list: ['tags_list.tag'],
};
const defaultColumns = listFields.flatMap((field) => objects[field] ?? [field]);

function textAt(session: SessionDocument, field: string): string {
  return valuesAt(session, field)
    .map((value) => asText(value) ?? '')
    .join('; ');
}
