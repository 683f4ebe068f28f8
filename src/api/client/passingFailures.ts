/** Answers that may be others a moment later; those from 520 on are of a CDN that did not get one itself. */
export const passingStatuses: ReadonlySet<number> = new Set([
  408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524,
]);

/** Ends of a connection, by the system's or undici's code, that a new connection may not meet. */
export const passingCuts: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'ENETDOWN',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
