import {
  failingCall,
  longCall,
  loopingCall,
  newCall,
  orders,
  orderThatWentWell,
  ordinaryCall,
  rightToLeftCall,
} from './calls.ts';
import { hostileSession } from './hostileSession.ts';
import type { SessionPage, ShownView } from './sessionPage.ts';
import { comparisonOf, viewOf } from './viewOf.ts';

/** A state that the page must look right in. */
export interface PageState {
  readonly name: string;
  readonly view: () => ShownView;
  readonly size?: { readonly width: number; readonly height: number };
  /** What a person does before looking. */
  readonly act?: (page: SessionPage) => Promise<void>;
}

const connection = 'production';
const place = { query: 'Failed webhooks', index: 8, count: '163' };
const toProblem = (page: SessionPage): Promise<void> => page.act('nextProblem');

async function toGraph(page: SessionPage): Promise<void> {
  await page.act('toggleGraph');
  await page.press('End', 'ArrowUp', 'ArrowUp');
}

/** The states of which pictures are taken, and that hold for assistive technology in every theme. */
export const states: readonly PageState[] = [
  { name: 'normal', view: () => viewOf(ordinaryCall().record(), { connection, place }), act: toProblem },
  { name: 'well', view: () => viewOf(orderThatWentWell().record(), { connection, place }) },
  { name: 'errors', view: () => viewOf(failingCall().record(), { connection }), act: toProblem },
  {
    name: 'long',
    view: () => viewOf(longCall(2_000).record(), { connection }),
    act: async (page) => {
      await page.act('previousProblem');
    },
  },
  { name: 'huge-payload', view: () => viewOf(withHugeAnswer(), { connection }), act: toProblem },
  { name: 'hostile', view: () => viewOf(hostileSession(), { connection: '<b>production</b>' }), act: toProblem },
  { name: 'no-transcript', view: () => viewOf({ ...ordinaryCall().record(), transcription: undefined }) },
  { name: 'no-path', view: () => viewOf({ ...ordinaryCall().record(), flow_path: undefined }) },
  { name: 'no-parameters', view: () => viewOf(newCall().record()), act: (page) => page.press('2') },
  { name: 'projection', view: () => viewOf({ id: 'p', source: '447700900123' }, { partial: true, connection }) },
  { name: 'not-json', view: () => viewOf('{"id": ', { connection }) },
  { name: 'live', view: () => viewOf(stillGoingOn(), { connection }) },
  { name: 'right-to-left', view: () => viewOf(rightToLeftCall().record(), { connection }), act: toProblem },
  {
    name: 'narrow',
    view: () => viewOf(ordinaryCall().record(), { connection }),
    size: { width: 300, height: 900 },
    act: toProblem,
  },
  {
    name: 'wide',
    view: () => viewOf(ordinaryCall().record(), { connection }),
    size: { width: 1_600, height: 900 },
    act: toProblem,
  },
  { name: 'loop', view: () => viewOf(loopingCall().record(), { connection }) },
  {
    name: 'folded',
    view: () => viewOf(failingCall().record(), { connection }),
    act: async (page) => {
      await page.act('collapseTurns');
    },
  },
  {
    name: 'state',
    view: () => viewOf(ordinaryCall().record(), { connection }),
    act: async (page) => {
      for (const _ of 'xxx') await page.act('nextPart');
    },
  },
  { name: 'masked', view: () => viewOf(ordinaryCall().record(), { connection, masked: true }), act: toProblem },
  {
    name: 'middle',
    view: () => viewOf(failingCall().record(), { connection, place }),
    size: { width: 600, height: 900 },
  },
  { name: 'compare', view: () => comparisonOf(ordinaryCall().record(), orderThatWentWell().record(), { connection }) },
  {
    name: 'compare-differences',
    view: () => comparisonOf(failingCall().record(), ordinaryCall().record(), { connection }),
    act: async (page) => {
      await page.act('onlyDifferences');
      await page.act('nextDifference');
    },
  },
  { name: 'compare-alike', view: () => comparisonOf(ordinaryCall().record(), ordinaryCall().record()) },
  { name: 'compare-hostile', view: () => comparisonOf(hostileSession(), ordinaryCall().record(), { connection }) },
  { name: 'compare-failed', view: () => comparisonOf('{"id": ', ordinaryCall().record(), { connection }) },
  {
    name: 'compare-narrow',
    view: () => comparisonOf(ordinaryCall().record(), orderThatWentWell().record(), { connection }),
    size: { width: 300, height: 900 },
  },
  {
    name: 'compare-wide',
    view: () => comparisonOf(ordinaryCall().record(), orderThatWentWell().record(), { connection }),
    size: { width: 1_600, height: 900 },
  },
  { name: 'graph', view: () => viewOf(failingCall().record(), { connection }), act: toGraph },
  { name: 'graph-right-to-left', view: () => viewOf(rightToLeftCall().record(), { connection }), act: toGraph },
  { name: 'graph-hostile', view: () => viewOf(hostileSession(), { connection }), act: toGraph },
  {
    name: 'graph-narrow',
    view: () => viewOf(ordinaryCall().record(), { connection }),
    size: { width: 300, height: 900 },
    act: toGraph,
  },
];

/** One answer of 5 MB. */
function withHugeAnswer(): unknown {
  const call = newCall();
  call.say('greeting', 'Welcome to Napoli.');
  const items = Array.from({ length: 40_000 }, (_, item) => ({
    item,
    name: `Pizza number ${item}`,
    words: 'a'.repeat(80),
  }));
  call.webhook('menu', { url: `${orders}/menu`, verb: 'GET', code: 500, answer: { items }, ms: 4_120 });
  call.end();
  return call.record();
}

function stillGoingOn(): unknown {
  const call = newCall();
  call.stillOn = true;
  call.say('greeting', 'Welcome to Napoli.');
  call.ask('wish', 'What can I do for you?', { parameter: 'intent', said: 'a pizza, please', tag: 'order' });
  call.ask('size', 'Which size?', { parameter: 'size', said: undefined });
  return call.record();
}
