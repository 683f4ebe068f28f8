import type { SentSearch } from '../../api/client/rangeService.ts';
import type { Sent } from '../../api/search/sessionStream.ts';
import type { ArchiveAccess } from '../../domain/connections/archiveAccess.ts';
import { formatJson } from '../../domain/json/formatJson.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { encodeParameters } from '../../domain/query/request.ts';
import { shellQuote } from '../../domain/sharing/shellQuote.ts';

/** Where requests go, and how one signs in where that is an archive. */
export interface SentTo {
  readonly origin: string;
  readonly access?: ArchiveAccess | undefined;
}

/** A request as a command line, without the key: whoever runs it has their own. */
export function curlOf({ origin, access }: SentTo, sent: Sent): string {
  const address = origin.replace(/\/+$/, '');
  if ('body' in sent) return curlOfSearch(address, sent, access);
  const url = `${address}/insights/sessions?${encodeParameters(sent)}`;
  return `curl --globoff --header "X-Vgai-Key: $INSIGHTS_API_KEY" ${shellQuote(url)}`;
}

function curlOfSearch(address: string, { path, parameters, body }: SentSearch, access: ArchiveAccess | undefined) {
  const url = `${address}/${path.map(encodeURI).join('/')}?${encodeParameters(Object.entries(parameters))}`;
  return [
    `curl --globoff${signedIn(access)} --header 'Content-Type: application/json'`,
    `--url ${shellQuote(url)}`,
    `--data-raw ${shellQuote(writeJson(body))}`,
  ].join(' \\\n  ');
}

/** curl asks for the password of a user that is named alone. */
function signedIn({ signIn, user = '' }: ArchiveAccess = { index: '', signIn: 'none' }): string {
  switch (signIn) {
    case 'none':
      return '';
    case 'apiKey':
      return ' --header "Authorization: ApiKey $INSIGHTS_API_KEY"';
    case 'password':
      return ` --user ${shellQuote(user)}`;
  }
}

/** What a request asks: the parameters, one a line, JSON in them laid out; or the search, as a console for such clusters takes it. */
export function askedText(sent: Sent): string {
  if ('body' in sent) return `POST /${sent.path.join('/')}\n${formatJson(writeJson(sent.body))}`;
  return sent.map(([name, value]) => `${name} = ${laidOut(value)}`).join('\n');
}

function laidOut(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    JSON.parse(value);
    return formatJson(value);
  } catch {
    return value;
  }
}
