import type { Step } from '../../src/domain/session/steps.ts';
import { knownStepName, words } from './words.ts';

/** What tells a step from others of its type, on one line: what was said, or what was called. */
export function aboutStep({ spoken, userInput, url }: Pick<Step, 'spoken' | 'userInput' | 'url'>): string {
  return spoken ?? userInput ?? (url === undefined ? '' : pathFirst(url));
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
  return stepIcons.get(type ?? '') ?? 'circle-outline';
}

const stepIcons = new Map([
  ['start', 'play-circle'],
  ['speak', 'comment'],
  ['param_completion', 'person'],
  ['webhook', 'globe'],
  ['end_call', 'call-outgoing'],
]);
