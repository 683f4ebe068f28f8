import type { Step } from '../../../src/domain/session/steps.ts';
import { coveredAddress } from '../masking/masking.ts';
import { knownStepName, words } from '../words/words.ts';

/** What tells a step from others of its type, on one line: what was said, or what was called. */
export function aboutStep({ spoken, userInput, url }: Pick<Step, 'spoken' | 'userInput' | 'url'>): string {
  return spoken ?? userInput ?? (url ? pathFirst(coveredAddress(url)) : '');
}

/** An address with its path before its host: where it is cut short, the path tells calls apart. Other texts as they are. */
function pathFirst(url: string): string {
  const [, host = url, path = ''] = /^https?:\/\/([^/?#]+)(.*)$/isu.exec(url) ?? [];
  return path.length > 1 ? `${path} · ${host}` : host;
}

/** A step's type as people read it: known names, and any other as it is with `_` as a space. */
export function stepName(type: string | undefined): string {
  if (type === undefined) return words.noType;
  return knownStepName(type) ?? type.replaceAll('_', ' ');
}

export function stepIcon(type: string | undefined): string {
  return stepIcons.get(type?.toLowerCase() ?? '') ?? 'circle-outline';
}

const stepIcons = new Map([
  ['start', 'play-circle'],
  ['speak', 'comment'],
  ['param_completion', 'person'],
  ['webhook', 'globe'],
  ['end_call', 'call-outgoing'],
  ['conditions', 'git-branch'],
  ['classification', 'git-branch'],
  ['counter', 'symbol-numeric'],
  ['reset_counter', 'symbol-numeric'],
  ['set_parameter', 'symbol-variable'],
  ['call_routing', 'milestone'],
  ['live_agent_routing', 'milestone'],
  ['context_switch', 'milestone'],
  ['listen', 'mic'],
  ['audio', 'unmute'],
  ['play_audio', 'unmute'],
  ['start_recording', 'record'],
  ['stop_recording', 'stop-circle'],
  ['send_sms', 'device-mobile'],
  ['send_email', 'mail'],
  ['send_message', 'send'],
  ['custom_code', 'code'],
]);
