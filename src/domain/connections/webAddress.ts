/** An address, taken apart as the web does. */
export interface WebAddress {
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly username: string;
  readonly password: string;
  readonly search: string;
  readonly hash: string;
}

/** Every environment has it, of which this layer knows none. */
declare const URL: { new (text: string): WebAddress; canParse(text: string): boolean };

/** Reads an address with blanks, quotes or brackets around it; undefined for what is none. */
export function parseAddress(text: string): WebAddress | undefined {
  const address = withoutMarks(text);
  return !/\s/u.test(address) && URL.canParse(address) ? new URL(address) : undefined;
}

/** Letters that cannot be seen: an address that was copied from a page may begin and end with some. */
const unseen = /[\s\p{Cf}\p{Cc}]/u;
const opening = new RegExp(`^(?:${unseen.source}|["'\`‘’‚“”„«»‹›<([{]|&lt;|&quot;)+`, 'u');
const closing = new RegExp(`(?:${unseen.source}|["'\`‘’‚“”„«»‹›>)}]|(?<!\\[[\\da-f:]*)\\]|[,;]|&gt;|&quot;)+$`, 'iu');

/** An address without what stood around it where it was copied from. */
function withoutMarks(text: string): string {
  return text.replace(opening, '').replace(closing, '');
}
