import type { Agent } from '../../../src/emulator/samples/agent.ts';
import { Call } from '../../../src/emulator/samples/call.ts';
import type { Caller } from '../../../src/emulator/samples/callFacts.ts';
import { Chance } from '../../../src/emulator/samples/chance.ts';
import { seededRandom } from '../../../src/emulator/samples/random.ts';

export const orderLine: Agent = {
  id: '64c1f0a9e3b7d20013f5a801',
  versionId: '6512ab77c9d4e100148be210',
  name: 'Napoli Pizza Orders',
  voice: 'Joanna',
  language: 'en-US',
  phone: '442071838750',
  category: '4f1c9a27be0d4d0f9a5e7c3b21d86e90',
  channels: ['voice'],
};

interface CallOptions {
  readonly agent?: Partial<Agent>;
  readonly caller?: Caller;
  readonly channel?: string;
}

/** A call that leaves its steps as the service records them; the same on every day. */
export function newCall({ agent, caller, channel = 'voice' }: CallOptions = {}): Call {
  return new Call({
    agent: { ...orderLine, ...agent },
    caller: caller ?? { number: '447700900123', name: 'Robin Ashdown' },
    channel,
    start: Date.UTC(2026, 1, 3, 18, 22, 5),
    chance: new Chance(seededRandom(7)),
  });
}

export const orders = 'https://orders.napoli.example.com/v2/orders';

/** An order that goes well, but for a wrong number and the validation that cannot reach its backend. */
export function ordinaryCall(): Call {
  const call = newCall();
  call.set('channel_hint', 'returning caller', 'injected');
  call.say('greeting', 'Welcome to Napoli. I can take an order, or tell you where yours is.', 'greeted');
  call.ask('wish', 'What can I do for you?', {
    parameter: 'intent',
    type: 'intent',
    said: 'where is my order, I have been waiting for an hour',
    value: 'where_is_my_order',
    tag: 'where_is_my_order',
  });
  call.ask('order number', 'What is your order number?', { parameter: 'order_number', said: 'uh, hold on' });
  call.pass('conditions', 'is it a number');
  call.pass('counter', 'attempts', 'no_match');
  call.ask('order number', 'Sorry, I did not get that. What is your order number?', {
    parameter: 'order_number',
    said: 'it is AB-48213',
    value: 'AB-48213',
  });
  call.pass('conditions', 'is it a number');
  call.webhook('look up order', {
    url: `${orders}/AB-48213`,
    verb: 'GET',
    code: 200,
    answer: { order: 'AB-48213', status: 'baking', total: '23.50', items: [{ name: 'Margherita', quantity: 2 }] },
    ms: 412,
  });
  call.webhook('validate', {
    url: `${orders}/AB-48213/validate`,
    verb: 'POST',
    payload: { order: 'AB-48213', phone: '447700900123', retry: false },
    code: 502,
    answer: { error: 'UPSTREAM_UNAVAILABLE', owner: 'kitchen@napoli.example.com', trace: 'a41f00c2' },
    ms: 2_310,
  });
  call.outcome = 200;
  call.say('trouble', 'Sorry, I cannot reach the kitchen right now. Please try again in a few minutes.', 'failed');
  call.end();
  return call;
}

/** The same flow on a better day: the number is understood at once, and the kitchen answers. */
export function orderThatWentWell(): Call {
  const call = newCall({ caller: { number: '447700900456', name: 'Ida Vance' } });
  call.set('channel_hint', 'new caller', 'injected');
  call.say('greeting', 'Welcome to Napoli. I can take an order, or tell you where yours is.', 'greeted');
  call.ask('wish', 'What can I do for you?', {
    parameter: 'intent',
    type: 'intent',
    said: 'is my pizza ready',
    value: 'where_is_my_order',
    tag: 'where_is_my_order',
  });
  call.ask('order number', 'What is your order number?', {
    parameter: 'order_number',
    said: 'AB-48214',
    value: 'AB-48214',
  });
  call.pass('conditions', 'is it a number');
  call.webhook('look up order', {
    url: `${orders}/AB-48214`,
    verb: 'GET',
    code: 200,
    answer: {
      order: 'AB-48214',
      status: 'ready',
      total: '31.00',
      items: [
        { name: 'Bufala', quantity: 1 },
        { name: 'Margherita', quantity: 2 },
      ],
    },
    ms: 380,
  });
  call.webhook('validate', {
    url: `${orders}/AB-48214/validate`,
    verb: 'POST',
    payload: { order: 'AB-48214', phone: '447700900456', retry: false },
    code: 200,
    answer: { valid: true, owner: 'kitchen@napoli.example.com', trace: 'b9920c11' },
    ms: 290,
  });
  call.say('ready', 'Your order is ready. Enjoy!', 'answered');
  call.end();
  return call;
}

/** Every way in which a webhook fails. */
export function failingCall(): Call {
  const call = newCall({ channel: 'telephony' });
  const failures: readonly (readonly [code: number, answer: unknown, ms: number])[] = [
    [404, { error: 'not_found', message: 'No such order' }, 210],
    [500, '<html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>', 1_830],
    [503, 'upstream connect error or disconnect/reset before headers', 60],
    [408, '', 10_024],
    [0, '', 30_000],
    [429, { message: 'slow down', retry_after: 30 }, 45],
  ];
  call.say('greeting', 'Welcome to Napoli.');
  for (const [index, [code, answer, ms]] of failures.entries()) {
    call.ask('number', 'What is your order number?', {
      parameter: 'order_number',
      said: `AB-1000${index}`,
      tag: 'asked_again',
    });
    const payload = { order: `AB-1000${index}` };
    call.webhook('look up order', { url: `${orders}/find`, verb: 'POST', payload, code, answer, ms });
    call.say('trouble', 'That did not work. Let us try once more.');
  }
  call.outcome = 200;
  call.end();
  return call;
}

/** A call of so many steps: turns of four. */
export function longCall(steps: number, answerOf: (turn: number) => unknown = (turn) => ({ turn })): Call {
  const call = newCall();
  for (let turn = 0; turn < Math.ceil((steps - 1) / 4); turn += 1) {
    call.ask('wish', `Question ${turn % 40}: anything else?`, {
      parameter: `answer_${turn % 8}`,
      said: `answer number ${turn}`,
    });
    const code = turn % 50 === 49 ? 502 : 200;
    call.webhook('look up', {
      url: `${orders}/${turn}`,
      verb: 'GET',
      code,
      answer: answerOf(turn),
      ms: 50 + (turn % 90),
    });
    call.pass('conditions', 'is it done');
  }
  return call;
}

/** A call that goes round and round: 140 times the same question, then its caller hangs up. */
export function loopingCall(): Call {
  const call = newCall();
  call.say('greeting', 'Welcome to Napoli.');
  for (let round = 0; round < 140; round += 1) {
    call.ask('size', 'Small or large?', { parameter: 'size', said: round === 0 ? 'what?' : `hm, number ${round}` });
    call.pass('conditions', 'is it a size');
    call.pass('counter', 'attempts', 'no_match');
  }
  call.hangUp();
  return call;
}

/** Hebrew and Arabic, with Latin names, numbers and punctuation within. */
export function rightToLeftCall(): Call {
  const call = newCall({ agent: { name: 'אטלס נסיעות', language: 'he-IL', voice: 'Carmit' }, channel: 'Whatsapp' });
  call.say('greeting', 'ברוכים הבאים לאטלס נסיעות (Atlas Travel). איך אפשר לעזור?', 'ברכה');
  call.ask('city', 'לאן תרצו לטוס?', {
    parameter: 'עיר',
    said: 'אני רוצה לטוס לניו יורק, כרטיס AB-48213',
    value: 'ניו יורק',
  });
  call.ask('date', 'באיזה תאריך?', {
    parameter: 'تاريخ',
    said: 'يوم 14 مايو 2026، الساعة 9:30',
    value: '14 مايو 2026',
    tag: 'تاريخ_السفر',
  });
  call.webhook('flights', {
    url: 'https://flights.atlas.example.com/search?city=ניו%20יורק',
    verb: 'POST',
    payload: { עיר: 'ניו יורק', price: '1,250 ש"ח' },
    code: 500,
    answer: { error: 'שגיאה פנימית: code 17 (NY)', رسالة: 'حدث خطأ، حاول مرة أخرى.' },
    ms: 1_204,
  });
  call.say('sorry', 'عذرًا، لا أستطيع رؤية الرحلات الآن. رقم الطلب AB-48213.');
  call.end();
  return call;
}
