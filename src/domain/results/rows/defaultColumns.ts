/** The columns of a query that names no `project_fields`: what everybody asks of a list of sessions first. */
export const defaultColumns: readonly string[] = [
  'session_start_time',
  'channel_data.status_code',
  'source',
  'agent_information.name',
  'channel',
  'channel_data.duration',
  'status',
];

/** The columns of a query: the fields that it names, each once, in its order; those that everybody needs where it names none. */
export function columnsOf(projection: readonly string[]): readonly string[] {
  const named = [...new Set(projection)];
  return named.length > 0 ? named : defaultColumns;
}
