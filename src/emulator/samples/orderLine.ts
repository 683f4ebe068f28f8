import type { Call } from './call.ts';
import type { SampleAgent } from './sampleAgent.ts';
import { callService } from './webhooks.ts';

/** A shop's order line: looks orders up, changes addresses, takes returns. */
export const orderLine: SampleAgent = {
  id: '64c1f0a9e3b7d20013f5a801',
  versionId: '6512ab77c9d4e100148be210',
  name: 'Marlow Coffee Orders',
  voice: 'Joanna',
  language: 'en-US',
  phone: '442071838750',
  category: '4f1c9a27be0d4d0f9a5e7c3b21d86e90',
  channels: ['voice', 'voice', 'telephony', 'Telephony', 'http', 'sms'],
  converse(call) {
    const { chance } = call;
    call.say(
      'greeting',
      'Welcome to Marlow Coffee. I can find an order, change a delivery or take back a bag you did not like.',
    );
    const wish = chance.one(wishes);
    call.ask('wish', 'What can I do for you?', {
      parameter: 'intent',
      type: 'intent',
      said: wish.said,
      value: wish.intent,
      tag: wish.intent,
    });
    const order = findOrder(call);
    if (!order) return giveUp(call);
    if (wish.intent === 'where_is_my_order') tellWhere(call, order);
    else if (wish.intent === 'change_address') changeAddress(call, order);
    else takeBack(call, order);
    farewell(call);
  },
};

const wishes = [
  { said: 'where is my order', intent: 'where_is_my_order' },
  { said: 'I ordered two weeks ago and nothing came', intent: 'where_is_my_order' },
  { said: 'Can you tell me when my coffee arrives?', intent: 'where_is_my_order' },
  { said: 'I need to change the delivery address', intent: 'change_address' },
  { said: "we've moved, please send it to the new flat", intent: 'change_address' },
  { said: 'I want my money back', intent: 'return' },
  { said: 'the beans are stale, I would like to return them', intent: 'return' },
] as const;

const garbled = ['uh hold on', 'it is in the email somewhere', 'AB something', undefined, 'what number?'] as const;

/** Asks until the number is one, three times at most. */
function findOrder(call: Call): string | undefined {
  const { chance } = call;
  for (let attempt = 1; attempt <= 3 && !call.over; attempt++) {
    const understood = chance.of(attempt === 1 ? 0.78 : 0.6);
    const order = `AB-${chance.digits(5)}`;
    call.ask(
      attempt === 1 ? 'order number' : 'order number again',
      attempt === 1
        ? 'What is your order number? It starts with A B.'
        : 'Sorry, I did not get that. The number starts with A B and has five digits.',
      understood
        ? { parameter: 'order_number', said: chance.one([order, `it is ${order}`, `${order} I think`]), value: order }
        : { parameter: 'order_number', said: chance.one(garbled) },
    );
    call.pass('conditions', 'is it a number');
    if (!understood) {
      call.pass('counter', 'attempts', 'no_match');
      if (call.outcome === 0) call.outcome = 100;
      continue;
    }
    const fate = callService(call, 'look up order', {
      url: `https://orders.marlow-coffee.example.com/v2/orders/${order}`,
      verb: 'GET',
      answer: {
        order,
        status: chance.one(['packed', 'shipped', 'delivered']),
        total: `${chance.between(11, 79)}.50`,
        currency: 'GBP',
        items: [{ sku: 'ESP-250', quantity: chance.between(1, 4) }],
      },
    });
    if (fate === 'answered') return order;
    if (fate === 'not found') {
      call.say('unknown order', `I can not find an order ${order}.`, 'order_not_found');
      continue;
    }
    call.say('trouble', 'Our order system does not answer at the moment. I am sorry.', 'webhook_failed');
    return undefined;
  }
  return undefined;
}

function tellWhere(call: Call, order: string): void {
  const { chance } = call;
  const days = chance.between(1, 5);
  call.set('USER.ORDER_ID', order);
  call.say(
    'where',
    `Your order ${order} left our roastery and should be with you in ${days === 1 ? 'one day' : `${days} days`}.`,
    'order_found',
  );
  if (chance.of(0.3))
    call.ask('late?', 'Is that all right for you?', {
      parameter: 'content',
      type: 'sys.yes-no',
      said: chance.one([
        'yes that is fine',
        'no, I needed it yesterday',
        "it's not great but okay",
        'this is ridiculous',
      ]),
    });
}

function changeAddress(call: Call, order: string): void {
  const { chance } = call;
  const address = `${chance.between(2, 190)} ${chance.one(['Mill Lane', 'Station Road', 'Harbour Street', "St. Mary's Close"])}`;
  call.ask('address', 'Where shall it go instead?', {
    parameter: 'address',
    type: 'sys.address',
    said: `${address}, please`,
    value: address,
  });
  const fate = callService(call, 'change address', {
    url: `https://orders.marlow-coffee.example.com/v2/orders/${order}/address`,
    verb: 'PUT',
    payload: { order, address, requestedBy: call.caller.number },
    answer: { order, address, accepted: true },
  });
  if (fate === 'answered') call.say('changed', `Done. We send it to ${address}.`, 'address_changed');
  else call.say('not changed', 'I could not change it. A colleague will call you back.', 'callback');
}

function takeBack(call: Call, order: string): void {
  const { chance } = call;
  call.ask('reason', 'I am sorry to hear that. What was wrong with it?', {
    parameter: 'reason',
    said: chance.one([
      'it tasted burnt',
      'wrong grind, I asked for whole beans',
      'the bag was open',
      'I just do not like it',
    ]),
  });
  const fate = callService(call, 'refund', {
    url: 'https://orders.marlow-coffee.example.com/v2/refunds',
    verb: 'POST',
    payload: { order, reason: call.parameter('reason').value },
    answer: { refund: `RF-${chance.digits(6)}`, state: 'accepted' },
  });
  if (fate === 'answered')
    call.say('refunded', 'Your money will be back on your card within five days. Keep the coffee.', 'refund');
  else call.say('not refunded', 'I can not start the refund right now. A colleague will call you back.', 'callback');
}

function farewell(call: Call): void {
  call.ask('anything else', 'Is there anything else?', {
    parameter: 'more',
    type: 'sys.yes-no',
    said: call.chance.one(['no thanks', 'no', "that's all, thank you", 'nope']),
    value: 'no',
  });
  call.say('bye', 'Thank you for calling Marlow Coffee. Goodbye.');
  call.end();
}

function giveUp(call: Call): void {
  call.say('hand over', 'Let me connect you to a colleague.', 'transfer');
  call.pass('call_routing', 'colleague');
  call.end();
}
