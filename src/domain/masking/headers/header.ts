/** One header of a request, as it was recorded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What was recorded of headers, as far as it can be read. */
export interface ReadHeaders {
  readonly headers: readonly Header[];
  /** Whether there was more that could not be read: it may hold anything. */
  readonly unread: boolean;
}
