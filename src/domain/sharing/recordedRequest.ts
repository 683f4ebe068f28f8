import { writeJson } from '../json/writeJson.ts';
import type { Header } from '../masking/headers/header.ts';
import { readHeaders } from '../masking/headers/headers.ts';
import type { Step } from '../session/steps.ts';
import type { PersonalData } from './cutter.ts';
import { createCutter } from './cutter.ts';
import { headerTemplate } from './headerTemplate.ts';
import type { Secret, Template } from './template.ts';

/** What a step sent. */
export interface RecordedRequest {
  /** In capitals; GET or POST, by the body, when none that HTTP allows was recorded. */
  readonly verb: string;
  readonly url: string;
  readonly headers: readonly Header[];
  /** Whether headers were recorded in a notation that cannot be read: they are left out. */
  readonly headersUnread: boolean;
  readonly body: string;
}

/** A request to be sent again: without its secrets, which whoever sends it puts in. */
export interface RequestTemplate {
  readonly verb: string;
  readonly url: Template;
  readonly headers: readonly { readonly name: string; readonly value: Template }[];
  readonly body: Template;
  /** What the body holds, as far as that tells how it may be written. */
  readonly bodyKind: 'json' | 'form' | 'text';
  readonly secrets: readonly Secret[];
}

/** Undefined for a step that called nothing. */
export function readRequest(
  step: Pick<Step, 'verb' | 'url' | 'requestHeaders' | 'requestPayload'>,
): RecordedRequest | undefined {
  const url = step.url?.trim();
  if (!url) return undefined;
  const payload = step.requestPayload ?? '';
  const body = typeof payload === 'string' ? payload : writeJson(payload);
  const verb = /^[a-z][a-z-]*$/iu.exec(step.verb?.trim() ?? '')?.[0].toUpperCase() ?? (body === '' ? 'GET' : 'POST');
  const { headers, unread } = readHeaders(step.requestHeaders);
  return { verb, url, headers, headersUnread: unread, body };
}

/** Headers that no client can send as they are: they belong to one connection, or their name is none. */
const ofConnection = /^(?:content-length|transfer-encoding|connection|keep-alive|expect)$/iu;
const headerName = /^[a-z\d][\w!#$%&'*+.^`|~-]*$/iu;

/**
 * The request with its secrets cut out. A header stays out when a client sets it itself (the length, the host of the address) or when it
 * cannot be sent; a body of JSON that was recorded without a type is sent as JSON.
 */
export function toTemplate(request: RecordedRequest, personalData: PersonalData): RequestTemplate {
  const cutter = createCutter(personalData);
  const host = /^[a-z][\w+.-]*:\/\/(?:[^/?#]*@)?([^/?#]*)/iu.exec(request.url)?.[1]?.toLowerCase();
  const sent = request.headers.filter(
    ({ name, value }) =>
      headerName.test(name) && !ofConnection.test(name) && !(/^host$/iu.test(name) && value.toLowerCase() === host),
  );
  const type = request.headers.find(({ name }) => /^content-type$/iu.test(name))?.value;
  const bodyKind = kindOfBody(request.body, type);
  const headers = sent.map((header) => ({
    name: header.name,
    value: headerTemplate({ ...header, value: header.value.replaceAll(/\p{Cc}+/gu, ' ').trim() }, cutter),
  }));
  if (type === undefined && bodyKind === 'json') headers.push({ name: 'Content-Type', value: ['application/json'] });
  return {
    verb: request.verb,
    url: cutter.text(request.url.replaceAll(/[\p{Cc} ]/gu, encodeURIComponent)),
    headers,
    body: cutter.text(request.body),
    bodyKind,
    secrets: cutter.secrets,
  };
}

function kindOfBody(body: string, type = ''): RequestTemplate['bodyKind'] {
  if (/^\s*[{[]/u.test(body)) return 'json';
  const form =
    /x-www-form-urlencoded/iu.test(type) || (type === '' && /^[\w.%+[\]-]+=[^\s&]*(?:&[^\s&]+)*$/u.test(body));
  return form ? 'form' : 'text';
}
