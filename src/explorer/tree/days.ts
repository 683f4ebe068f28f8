import { summarise } from '../../domain/session/session.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { daysIn } from '../../domain/time/zonedTime.ts';
import type { Row, SessionRow } from './rows.ts';

/** Days are rows of their own where they hold so many sessions on average: below that they would be half of what is seen. */
const fewestOnADay = 3;

/** The rows of a query whose sessions come in the order of their start, those of each day below a row that says it. */
export function withDays(queryId: string, rows: readonly Row[], zone: ShownZone): readonly Row[] {
  const dayOf = daysIn(zone);
  const more = rows.some(({ kind }) => kind === 'more');
  const lastSession = rows.findLast(({ kind }) => kind === 'session');
  const grouped: Row[] = [];
  let [days, sessions] = [0, 0];
  let open: { readonly day: string; readonly rows: SessionRow[] } | undefined;
  const close = (): void => {
    if (!open) return;
    const { day, rows: below } = open;
    days += 1;
    sessions += below.length;
    // What came while the query was followed may be of a day that comes again below.
    const id = `${queryId}#day#${day}#${days}`;
    const goesOn = more && below.at(-1) === lastSession;
    for (const { queryUri } of below.slice(0, 1))
      grouped.push({ kind: 'day', id, queryUri, day, sessions: below, goesOn });
    open = undefined;
  };
  for (const row of rows) {
    const day = row.kind === 'session' ? startDay(row, dayOf) : undefined;
    if (day === undefined || day !== open?.day) close();
    if (row.kind !== 'session' || day === undefined) grouped.push(row);
    else if (open) open.rows.push(row);
    else open = { day, rows: [row] };
  }
  close();
  return days > 0 && sessions >= days * fewestOnADay ? grouped : rows;
}

function startDay({ session }: SessionRow, dayOf: (date: Date) => string): string | undefined {
  const { start } = summarise(session);
  return start && dayOf(start);
}
