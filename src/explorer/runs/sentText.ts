import type { Run } from '../../api/runs/run.ts';
import { formatJson } from '../../domain/json/formatJson.ts';
import { encodeParameters } from '../../domain/query/request.ts';

type SentParameters = Run['sent'][number];

/** A request as a command line, without the key: whoever runs it has their own. */
export function curlOf(origin: string, parameters: SentParameters): string {
  const url = `${origin.replace(/\/+$/, '')}/insights/sessions?${encodeParameters(parameters)}`;
  return `curl --globoff --header "X-Vgai-Key: $INSIGHTS_API_KEY" '${url.replaceAll("'", '%27')}'`;
}

/** The parameters of a request, one a line, JSON in them laid out. */
export function parametersText(parameters: SentParameters): string {
  return parameters.map(([name, value]) => `${name} = ${laidOut(value)}`).join('\n');
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
