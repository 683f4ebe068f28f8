import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { InsightsErrorCode } from '../../../../src/api/client/insightsErrors.ts';
import type { Fault } from '../../../../src/emulator/faults/faults.ts';

export const start = new Date('2026-01-10T00:00:00Z');
export const sessions = [
  {
    id: 'a',
    session_start_time: '2026-01-10T10:00:00.000001',
    source: '447000000001',
    params: { name: { completed: true, value: 'Robin' } },
  },
];
export const today = [
  ['from_date', '2026-01-10T00:00:00'],
  ['to_date', '2026-01-10T23:59:59'],
  ['page_number', '0'],
  ['page_size', '10'],
] as const;

export const endpoints = {
  search: (client: InsightsClient) => client.search(today),
  get: (client: InsightsClient) => client.getSession('a', start),
  find: (client: InsightsClient) => client.findSession('a'),
  delete: (client: InsightsClient) => client.deleteSession('a', start),
} as const;
export type Endpoint = keyof typeof endpoints;
export const endpointNames = ['search', 'get', 'find', 'delete'] as const satisfies readonly Endpoint[];

type Outcome = 'ok' | InsightsErrorCode;

/** What a fault does to each endpoint. */
export interface FaultRow {
  readonly fault: Fault;
  /** What comes of a read, and how often it is sent in all. */
  readonly read: readonly [outcome: Outcome, sent: number];
  readonly get?: readonly [outcome: Outcome, sent: number];
  readonly find?: readonly [outcome: Outcome, sent: number];
  /** What comes of a deletion, which is sent once, and whether the session is gone afterwards. */
  readonly delete: readonly [outcome: Outcome, effect: 'gone' | 'kept'];
  /** What a person reads when it fails: of a read, and of a search or a deletion where that is something else. */
  readonly says?: RegExp;
  readonly saysOfSearch?: RegExp;
  readonly saysOfDelete?: RegExp;
  readonly timeoutMs?: number;
}

/** Far enough away that the time until a test runs does not count. */
const inTenHours = new Date(Date.now() + 36_000_000).toUTCString();

/** Every fault of the emulator, at each endpoint. A 401 is followed by one more search, which tells the key from the query. */
export const faultMatrix: readonly FaultRow[] = [
  { fault: { kind: 'latency', ms: 20 }, read: ['ok', 1], delete: ['ok', 'gone'] },
  {
    fault: { kind: 'rateLimit' },
    read: ['rateLimited', 4],
    delete: ['rateLimited', 'kept'],
    says: /too many requests from this account\. Try again later\./,
  },
  {
    fault: { kind: 'rateLimit', retryAfter: 60 },
    read: ['rateLimited', 1],
    delete: ['rateLimited', 'kept'],
    says: /too many requests from this account\. Try again in 60 seconds\./,
  },
  {
    fault: { kind: 'rateLimit', retryAfter: inTenHours },
    read: ['rateLimited', 1],
    delete: ['rateLimited', 'kept'],
    says: /too many requests from this account\. Try again in 10 hours\./,
  },
  ...[500, 502, 503, 504].map(
    (status): FaultRow => ({
      fault: { kind: 'status', status },
      read: ['serverError', 4],
      delete: ['serverError', 'kept'],
      says: new RegExp(`The service failed \\(${status}\\), also on retries\\. Try again later\\. It said: `),
      saysOfDelete: new RegExp(`The service failed \\(${status}\\)\\. Try again later\\. It said: `),
    }),
  ),
  {
    fault: { kind: 'status', status: 501, body: '' },
    read: ['serverError', 1],
    delete: ['serverError', 'kept'],
    says: /^The service doesn’t support such requests \(501\)\. Check the connection’s address\.$/,
  },
  {
    fault: { kind: 'status', status: 400 },
    read: ['refused', 1],
    delete: ['refused', 'kept'],
    says: /The service rejected this request \(400\)\. Check the connection’s address\. It said: /,
    saysOfSearch: /The service rejected this query \(400\)\. Check its conditions, fields and dates\. It said: /,
  },
  {
    fault: { kind: 'status', status: 401 },
    read: ['unauthorized', 2],
    delete: ['unauthorized', 'kept'],
    says: /The service refused the API key\. Set the one of this account and region\./,
  },
  {
    fault: { kind: 'status', status: 403 },
    read: ['refused', 1],
    delete: ['refused', 'kept'],
    says: /The service doesn’t allow this \(403\)\. The API key may lack the right, .* It said: /,
  },
  {
    fault: { kind: 'status', status: 404 },
    read: ['notFound', 1],
    // A session is looked for at each of the three addresses that a service may have it at.
    get: ['notFound', 3],
    delete: ['notFound', 'kept'],
    says: /There is no Insights service at that address \(404\)|There is no session with that ID on any date\./,
    saysOfDelete: /^The service has no session with that ID on 2026-01-10\./,
  },
  {
    fault: { kind: 'resetBeforeAnswer' },
    read: ['unreachable', 4],
    delete: ['unreachable', 'kept'],
    says: /^127\.0\.0\.1:\d+ closed the connection without an answer \((ECONNRESET|UND_ERR_SOCKET)\)\. Try again/,
  },
  {
    fault: { kind: 'resetInBody' },
    read: ['unreachable', 4],
    delete: ['unreachable', 'gone'],
    says: /^The connection to 127\.0\.0\.1:\d+ broke off in the middle of the answer \((ECONNRESET|UND_ERR_SOCKET)\)\. /,
  },
  {
    fault: { kind: 'halfBody' },
    read: ['malformedAnswer', 1],
    delete: ['ok', 'gone'],
    says: /The answer ended in the middle\. Try again\./,
  },
  { fault: { kind: 'slowBody', ms: 5, pieces: 3 }, read: ['ok', 1], delete: ['ok', 'gone'] },
  {
    fault: { kind: 'html' },
    read: ['notJson', 1],
    delete: ['notJson', 'kept'],
    says: /The answer isn’t JSON\. Something between you and the service, such as a proxy or a sign-in page, may have answered\. It said: /,
  },
  {
    fault: { kind: 'wrongJson' },
    read: ['malformedAnswer', 1],
    delete: ['ok', 'gone'],
    says: /The answer is not what the Insights service is documented to send\. Check the connection’s address\./,
  },
  {
    fault: { kind: 'emptyBody' },
    read: ['notJson', 1],
    delete: ['ok', 'gone'],
    says: /The answer was empty\. Try again, and check the log if this continues\./,
  },
  { fault: { kind: 'wrongContentType' }, read: ['ok', 1], delete: ['ok', 'gone'] },
  ...(['gzip', 'deflate', 'rawDeflate', 'br'] as const).flatMap((as): FaultRow[] => [
    { fault: { kind: 'packed', as }, read: ['ok', 1], delete: ['ok', 'gone'] },
    ...(['cut', 'garbled'] as const).map(
      (damage): FaultRow => ({
        fault: { kind: 'packed', as, damage },
        read: ['unreadableAnswer', 1],
        delete: ['unreadableAnswer', 'gone'],
        says: /^The answer is damaged and can’t be decompressed \((gzip|deflate|br)\)\. Try again; a proxy may have changed it\.$/,
      }),
    ),
  ]),
  {
    fault: { kind: 'packed', as: 'gzip', damage: 'bomb' },
    read: ['unreadableAnswer', 1],
    delete: ['unreadableAnswer', 'gone'],
    says: /^The answer is too large to be read\. Ask for less, such as a smaller page_size or fewer fields\.$/,
  },
  {
    fault: { kind: 'packed', as: 'compress' },
    read: ['unreadableAnswer', 1],
    delete: ['unreadableAnswer', 'gone'],
    says: /^The answer is compressed in a way that wasn’t asked for \(compress\)\. A proxy may have changed it\.$/,
  },
  {
    fault: { kind: 'redirect' },
    read: ['redirected', 1],
    delete: ['redirected', 'kept'],
    says: /The service redirected the request to http:\/\/127\.0\.0\.2:9; your key wasn’t sent there\./,
  },
  {
    // To its own origin, and there to itself; of a search, without its query.
    fault: { kind: 'redirect', location: '/insights/sessions' },
    read: ['redirected', 1],
    get: ['redirected', 2],
    find: ['redirected', 2],
    delete: ['redirected', 'kept'],
    says: /The service redirects in circles at http:\/\/127\.0\.0\.1:\d+\./,
    saysOfSearch:
      /The service redirected the request within http:\/\/127\.0\.0\.1:\d+ and left out a part of the query, so it wasn’t sent there\./,
    saysOfDelete:
      /The service redirected the request within http:\/\/127\.0\.0\.1:\d+\. Only reading follows redirects, so it isn’t known whether it was carried out\./,
  },
  { fault: { kind: 'cappedTotal', most: 0 }, read: ['ok', 1], delete: ['ok', 'gone'] },
  ...(
    [
      { kind: 'inserted' },
      { kind: 'deleted' },
      { kind: 'repeated' },
      { kind: 'withheld' },
      { kind: 'reordered' },
      { kind: 'optionalShould' },
      { kind: 'falseTotal', by: 7 },
      { kind: 'unheeded', parameters: ['from_date', 'page_number', 'sort_by'] },
    ] as const
  ).map((fault): FaultRow => ({ fault: { ...fault }, read: ['ok', 1], delete: ['ok', 'gone'] })),
  {
    fault: { kind: 'onlyParameters' },
    read: ['ok', 1],
    get: ['ok', 3],
    find: ['notFound', 1],
    delete: ['ok', 'gone'],
    says: /There is no session with that ID on any date\./,
  },
  {
    fault: { kind: 'noAnswer' },
    read: ['timedOut', 1],
    delete: ['timedOut', 'kept'],
    // Long enough for the request to reach the service, on a machine with much else to do.
    timeoutMs: 1_500,
    says: /No answer within 1\.5 seconds\. Check your network and the connection’s address, or wait longer\./,
    saysOfSearch: /No answer within 1\.5 seconds\. Ask for less \(a shorter range, fewer fields\), or wait longer\./,
  },
];

/** What a row says of an endpoint. */
export function expectedOf(row: FaultRow, endpoint: Endpoint): { outcome: Outcome; sent: number; says?: RegExp } {
  const [outcome, sent] =
    endpoint === 'delete'
      ? ([row.delete[0], 1] as const)
      : endpoint === 'search'
        ? row.read
        : (row[endpoint] ?? row.read);
  const own = { search: row.saysOfSearch, delete: row.saysOfDelete, get: undefined, find: undefined }[endpoint];
  const says = own ?? row.says;
  return { outcome, sent, ...(says ? { says } : {}) };
}
