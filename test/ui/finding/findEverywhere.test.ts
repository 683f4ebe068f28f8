import { after, before, describe } from 'node:test';
import type { FaultScenario } from '../../../src/emulator/faults/faults.ts';
import type { Emulator } from '../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../src/emulator/server/server.ts';
import { callLine } from '../support/callLine.ts';
import { windowTest } from '../support/windowTest.ts';
import type { Workbench } from '../support/workbench.ts';

const shopCall = 'c0000000-0000-4000-8000-00000000000a';
const bankCall = 'c0000000-0000-4000-8000-00000000000b';
const refused: FaultScenario = { rules: [{ fault: { kind: 'status', status: 401 } }] };
const settings: Record<string, unknown> = { 'insights.activeConnection': 'shop' };
const silent: FaultScenario = { rules: [{ fault: { kind: 'noAnswer' } }] };

describe('finding on all connections, with the keyboard alone', () => {
  let shop: Emulator;
  let bank: Emulator;
  before(async () => {
    const served = (id: string, agent: string) => ({ key: 'key', sessions: [JSON.parse(callLine(id, agent, 30))] });
    shop = await startEmulator(served(shopCall, 'Marlow Coffee'));
    bank = await startEmulator(served(bankCall, 'Harbour Bank'));
    settings['insights.connections'] = { shop: { baseUrl: shop.origin }, bank: { baseUrl: bank.origin } };
  });
  after(async () => {
    await shop.close();
    await bank.close();
  });
  const test = windowTest({ empty: true, settings });

  const failing = async (faults: FaultScenario, w: Workbench, body: () => Promise<void>): Promise<void> => {
    bank.setFaults(faults);
    try {
      await body();
      await w.press('Escape');
    } finally {
      bank.setFaults(undefined);
    }
  };

  test('one asks all that have a key, and each row says where it is from', async (w) => {
    for (const name of ['shop', 'bank']) {
      await w.runCommand('Insights: Set API Key');
      await w.pick(name);
      await w.quickInputTitle(`API Key of "${name}"`).waitFor();
      await w.answer('key');
      await w.quickInputTitle(`API Key of "${name}"`).waitFor({ state: 'hidden' });
    }
    // A message that a key is taken may stay behind the bell: what counts is that both are asked.
    await w.eventually('both are asked', async () => {
      await findEverywhere(w, '447700900123');
      const both = w.quickPickRow(/2 in the last 7 days on 2 connections/u);
      const asked = await both.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (!asked) await w.press('Escape');
      return asked;
    });
    await w.quickPickRow(/Marlow Coffee/u).waitFor();
    await w.quickPickRow(/Harbour Bank.*on bank/su).waitFor();
    await w.press('Escape');
  });

  test('a slow one keeps nobody waiting for the others', async (w) => {
    await failing(silent, w, async () => {
      await findEverywhere(w, '447700900123');
      await w.quickPickRow(/Searching bank…/u).waitFor();
      await w.quickPickRow(/Marlow Coffee/u).waitFor();
    });
  });

  test('an id opens as soon as one has it', async (w) => {
    await failing(silent, w, async () => {
      await findEverywhere(w, shopCall);
      await w.press('Enter');
      await w.tab(/^Marlow Coffee/u).waitFor();
    });
    await w.runCommand('View: Close All Editors');
  });

  test('one that fails says so, with its own way out, and the others’ rows stay', async (w) => {
    await failing(refused, w, async () => {
      await findEverywhere(w, '447700900123');
      await w.quickPickRow(/The search on bank failed/u).waitFor();
      await w.quickPickRow(/Marlow Coffee/u).waitFor();
      await w.quickPickRow(/Search again.*1 in the last 7 days on 2 connections/su).waitFor();
      // With a failing session at the top, the way out is two rows below.
      await w.press('ArrowDown', 'ArrowDown', 'Enter');
      await w.quickInputTitle('API Key of "bank"').waitFor();
    });
  });

  test('a query that is made of it asks one of them', async (w) => {
    await findEverywhere(w, '447700900123');
    await w.quickPickRow(/Harbour Bank/u).waitFor();
    await w.press('Control+S');
    await w.quickInputTitle('The Connection That the Query Asks').waitFor();
    await w.pick('bank', 'bank');
    await w.tab(/lookup\.insights\.json/u).waitFor();
    await w.eventually('it asks the bank', async () => /"connection": "bank"/u.test(await w.editorText()));
  });

  test('a part of a name that was seen is corrected, one that was not is looked for', async (w) => {
    await find(w, '@Cofee');
    await w.quickPickRow(/@Marlow Coffee/u).waitFor();
    await w.press('Enter');
    await w.eventually('the name is typed', async () => (await w.quickInput().inputValue()) === '@"Marlow Coffee"');
    await w.quickPickRow(/1 in the last 7 days on shop/u).waitFor();
    await w.press('Escape');
    await find(w, '@arbour');
    await w.press('Control+O');
    await w.quickInputTitle('Find Session on Another Connection').waitFor();
    await w.pick('bank', 'bank');
    await w.quickInputTitle('Find Session on bank').waitFor();
    await w.quickPickRow(/Look for it as a part of names/u).waitFor();
    await goTo(w, /Look for it as a part of names/u);
    await w.press('Enter');
    await w.quickPickRow(/Harbour Bank/u).waitFor();
    await w.press('Escape');
  });
});

async function find(w: Workbench, text: string): Promise<void> {
  await w.runCommand('Insights: Find Session…');
  await w.quickInputTitle('Find Session on shop').waitFor();
  await w.quickInput().focus();
  await w.type(text);
}

async function findEverywhere(w: Workbench, text: string): Promise<void> {
  await find(w, text);
  await w.press('Control+Shift+O');
  await w.quickInputTitle('Find Session on 2 connections').waitFor();
}

/** Arrows down until a row is the active one. */
async function goTo(w: Workbench, row: RegExp): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if ((await w.quickPickRow(row).getAttribute('class'))?.includes('focused')) return;
    await w.press('ArrowDown');
  }
  throw new Error(`The row ${row} cannot be gone to.`);
}
