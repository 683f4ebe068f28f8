import * as l10n from '@vscode/l10n';
import { readPair } from '../../../src/domain/results/rows/readFacet.ts';
import type { NodeNames } from '../../../src/protocol/messages.ts';
import { shortNodeId } from '../../parts/steps/nodeLabel.ts';
import { spoken } from '../../parts/words/spoken.ts';
import { knownStepName, outcomeWords } from '../../parts/words/words.ts';
import { resultsWords, seenText } from './resultsWords.ts';

/** The facets in the order in which they stand, and what they are called. */
export const facetNames: Readonly<Record<string, string>> = spoken(() => ({
  outcome: l10n.t('Outcome'),
  agent: l10n.t('Agent'),
  version: l10n.t('Agent version'),
  channel: l10n.t('Channel'),
  status: l10n.t('Status'),
  tag: l10n.t('Tag'),
  parameter: l10n.t('Parameter'),
  parameterValue: l10n.t('Parameter value'),
  webhook: l10n.t('Webhook'),
  responseCode: l10n.t('Response code'),
  node: l10n.t('Node'),
  stepType: l10n.t('Step type'),
  duration: l10n.t('Duration'),
  hour: l10n.t('Hour'),
  weekday: l10n.t('Weekday'),
}));

export const facetOrder: readonly string[] = [
  ...['outcome', 'agent', 'version', 'channel', 'status', 'tag', 'parameter', 'parameterValue'],
  ...['webhook', 'responseCode', 'node', 'stepType', 'duration', 'hour', 'weekday'],
];

const weekdayNames: Readonly<Record<string, string>> = spoken(() => ({
  1: l10n.t('Monday'),
  2: l10n.t('Tuesday'),
  3: l10n.t('Wednesday'),
  4: l10n.t('Thursday'),
  5: l10n.t('Friday'),
  6: l10n.t('Saturday'),
  7: l10n.t('Sunday'),
}));

const durationNames: Readonly<Record<string, string>> = spoken(() => ({
  '-10': l10n.t('under 10 s'),
  '10-30': l10n.t('10 s to 30 s'),
  '30-60': l10n.t('30 s to 1 min'),
  '60-120': l10n.t('1 min to 2 min'),
  '120-300': l10n.t('2 min to 5 min'),
  '300-600': l10n.t('5 min to 10 min'),
  '600-': l10n.t('10 min and more'),
}));

const channelNames: Readonly<Record<string, string>> = spoken(() => ({
  voice: l10n.t('voice'),
  whatsapp: l10n.t('WhatsApp'),
  sms: l10n.t('SMS'),
  http: l10n.t('HTTP'),
}));

/** A value of a facet as people read it: never a text of which nothing is seen. */
export function facetValueWords(facet: string, text: string, nodeNames: NodeNames): string {
  if (text === '') return resultsWords.none;
  return seenText(valueWords(facet, text, nodeNames));
}

function valueWords(facet: string, text: string, nodeNames: NodeNames): string {
  switch (facet) {
    case 'outcome':
      return known(outcomeWords, text) ?? text;
    case 'channel':
      return known(channelNames, text) ?? text;
    case 'stepType':
      return knownStepName(text) ?? text.replaceAll('_', ' ');
    case 'node':
      return known(nodeNames, text)?.name ?? shortNodeId(text);
    case 'tag':
      return readPair(text)[0];
    case 'parameterValue': {
      const [name, value] = readPair(text);
      return value === undefined ? name : l10n.t('{0} is {1}', seenText(name), seenText(value));
    }
    case 'duration':
      return known(durationNames, text) ?? text;
    case 'hour':
      return `${text}:00`;
    case 'weekday':
      return known(weekdayNames, text) ?? text;
    default:
      return text;
  }
}

/** What stands beside a value, to tell it from another that is called the same. */
export function facetValueNote(facet: string, text: string): string {
  if (facet === 'tag') return shortNodeId(readPair(text)[1]);
  return facet === 'node' && text !== '' ? shortNodeId(text) : '';
}

/** Names come from callers, too: only what a table holds itself counts. */
function known<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
