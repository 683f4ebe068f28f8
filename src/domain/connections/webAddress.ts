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

/** Reads an address with blanks around it; undefined for what is none. */
export function parseAddress(text: string): WebAddress | undefined {
  const address = text.trim();
  return URL.canParse(address) ? new URL(address) : undefined;
}
