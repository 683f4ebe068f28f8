/** Answers that may be others a moment later. */
export const passingStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Ends of a connection, by the system's or undici's code, that a new connection may not meet. */
export const passingCuts: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'ENETDOWN',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** How long `Retry-After` says to wait, in seconds or until a date. */
export function retryAfterMs(header: string | string[] | undefined): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) return undefined;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
