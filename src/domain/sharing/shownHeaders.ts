import type { Header, ReadHeaders } from '../masking/headers/header.ts';
import { createCutter } from './cutter.ts';
import { headerTemplate } from './headerTemplate.ts';
import { covered, fill } from './template.ts';

/** A header's value as a page shows it: `Bearer ••••••`. */
export function shownHeader(header: Header): string {
  return fill(headerTemplate(header, createCutter('asRecorded')), () => covered);
}

/** The address of a request as a page shows it, its secrets covered as those of headers are. */
export function shownAddress(url: string): string {
  return fill(createCutter('asRecorded').text(url), () => covered);
}

/** Headers as lines, their secrets covered, and all of what could not be read. */
export function shownHeaderLines({ headers, unread }: ReadHeaders): string {
  const lines = headers.map((header) => `${header.name}: ${shownHeader(header)}`);
  return [...lines, ...(unread ? [covered] : [])].join('\n');
}
