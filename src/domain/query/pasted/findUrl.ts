import { queryOfUrl } from './addressQuery.ts';
import { gatherParameters } from './gatherParameters.ts';
import { parameterNames } from './parameterNames.ts';
import { openingBefore, quotedReadings } from './quotedReadings.ts';

const address = /(?:https?:\/\/[^\s"'`<>^\\]*(?:<REGION>[^\s"'`<>^\\]*)?)?\/insights\/sessions\/?\\?\?/i;
const bareAddress = /(?:https?:\/\/[^\s"'`<>^\\?]*)?\/insights\/sessions\/?(?![\w/?-])/i;
/** No parameter ends so; who writes about an address does. */
const endOfSentence = /[.,;:!?)*_。，、…]+$/u;
const parametersAlone = new RegExp(`^\\s*\\??(?:${parameterNames.join('|')})=`, 'i');

/**
 * The address of a search in a text (a bare address, a command of any shell, a request line, code), as far as it reaches and without
 * the marks of what it stood in. Undefined when there is none.
 */
export function findUrl(written: string): string | undefined {
  // Files of requests put each parameter on a line of its own.
  const text = written.replaceAll(/(?<!\s)\s+(?=[?&][a-z_]+=)/gi, (blanks) => (blanks.includes('\n') ? '' : blanks));
  const found = address.exec(text);
  if (!found) return withoutQuery(text);
  const head = found[0].replace('\\', '');
  const rest = text.slice(found.index + found[0].length);
  const readings = quotedReadings(rest, openingBefore(text, found.index)).map(
    (reading) => head + reading.trim().replace(endOfSentence, ''),
  );
  // How a text was quoted is not always plain to see: of all readings, the one whose filter can be read is the one that was meant.
  const url = readings.find((one) => queryOfUrl(one) !== undefined) ?? readings[0];
  // Code may put the parameters together behind the address.
  const parameters = url?.endsWith('?') ? gatherParameters(text) : undefined;
  return parameters ? `${url}${parameters}` : url;
}

/** The parameters by themselves, or beside an address. */
function withoutQuery(text: string): string | undefined {
  if (parametersAlone.test(text)) return `/insights/sessions?${text.trim().replace(/^\?/, '')}`;
  const found = bareAddress.exec(text);
  const parameters = found && gatherParameters(text);
  return found && parameters ? `${found[0].replace(/\/$/, '')}?${parameters}` : undefined;
}
