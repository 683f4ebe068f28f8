import type { Call } from './call.ts';
import type { SampleAgent } from './sampleAgent.ts';
import { callService } from './webhooks.ts';

/** A bank's telephone line: careful, sometimes maddening. */
export const bank: SampleAgent = {
  id: '64e2c7d5b9f4a10011e7bb03',
  versionId: '6533ef29a8b4c3001687bb42',
  name: 'Northgate Bank Assistant',
  voice: 'Matthew',
  language: 'en-US',
  phone: '12125550147',
  category: 'a93d0e4c7b5f4c6d8e21f0b7964c3a15',
  channels: ['voice', 'voice', 'telephony', 'Telephony', 'http'],
  converse(call) {
    call.say('greeting', 'Northgate Bank. This call may be recorded.');
    call.pass('start_recording', 'recording');
    if (!verify(call)) return lockOut(call);
    const wish = call.chance.one(wishes);
    call.ask('wish', 'Thank you. How can I help?', {
      parameter: 'intent',
      type: 'intent',
      said: wish.said,
      value: wish.intent,
      tag: wish.intent,
    });
    if (wish.intent === 'balance') balance(call);
    else if (wish.intent === 'lost_card') lostCard(call);
    else queue(call, call.chance.between(2, 9));
    call.say('bye', 'Thank you for banking with Northgate.');
    call.end();
  },
};

const wishes = [
  { said: 'what is my balance', intent: 'balance' },
  { said: 'how much money do I have', intent: 'balance' },
  { said: 'I lost my card', intent: 'lost_card' },
  { said: 'somebody stole my wallet!', intent: 'lost_card' },
  { said: 'let me talk to a human', intent: 'representative' },
  { said: 'representative', intent: 'representative' },
  { said: "I don't recognise a payment of $1,299.99", intent: 'representative' },
] as const;

const wrong = [
  { said: 'shut up and give me a person', tag: 'swearing' },
  { said: 'I just told you my number', tag: 'frustrated' },
  { said: 'what PIN?', tag: 'no_match' },
  { said: '1 2 3', tag: 'no_match' },
  { said: undefined, tag: 'no_input' },
] as const;

function verify(call: Call): boolean {
  const { chance } = call;
  for (let attempt = 1; attempt <= 3 && !call.over; attempt++) {
    const right = chance.of(attempt === 1 ? 0.75 : 0.55);
    if (right)
      call.ask('pin', prompt(attempt), { parameter: 'pin', type: 'sys.number', said: chance.digits(4), value: '****' });
    else {
      call.ask('pin', prompt(attempt), { parameter: 'pin', type: 'sys.number', ...chance.one(wrong) });
      call.pass('counter', 'pin attempts');
      call.outcome = 100;
      continue;
    }
    const fate = callService(
      call,
      'verify',
      {
        url: 'https://core.northgate-bank.example.com/identity/verify',
        verb: 'POST',
        payload: { caller: call.caller.number, method: 'pin' },
        answer: { verified: true, customer: `C${chance.digits(7)}` },
      },
      { notFound: 0.04, failed: 0.03, page: 0.01, timedOut: 0.04 },
    );
    if (fate === 'answered') return true;
    call.say(
      'not verified',
      fate === 'not found' ? 'That PIN is not right.' : 'I can not check your PIN right now.',
      fate === 'not found' ? 'wrong_pin' : 'webhook_failed',
    );
  }
  return false;
}

function prompt(attempt: number): string {
  return attempt === 1
    ? 'Please say or enter your four digit PIN.'
    : 'I did not get that. Please say the four digits of your PIN, one by one.';
}

function lockOut(call: Call): void {
  call.say('locked', 'For your safety I stop here. Please visit a branch with your passport.', 'locked_out');
  call.end();
}

function balance(call: Call): void {
  const amount = `${call.chance.between(1, 9)},${call.chance.digits(3)}.${call.chance.digits(2)}`;
  const fate = callService(call, 'balance', {
    url: 'https://core.northgate-bank.example.com/accounts/main/balance',
    verb: 'GET',
    answer: { balance: amount, currency: 'USD' },
  });
  if (fate === 'answered') call.say('tell balance', `Your balance is $${amount}.`, 'balance_told');
  else call.say('no balance', 'I can not read your account at the moment.', 'webhook_failed');
}

function lostCard(call: Call): void {
  const { chance } = call;
  call.ask('last digits', 'What are the last four digits of the card?', {
    parameter: 'card_digits',
    type: 'sys.number',
    said: chance.digits(4),
  });
  const fate = callService(call, 'block card', {
    url: 'https://core.northgate-bank.example.com/cards/block',
    verb: 'POST',
    payload: { last4: call.parameter('card_digits').value, reason: 'lost' },
    answer: { blocked: true },
  });
  if (fate === 'answered') call.say('blocked', 'The card is blocked. A new one is on its way.', 'card_blocked');
  else queue(call, 4);
}

/** Ends with a person, sooner or later. */
function queue(call: Call, rounds: number): void {
  hold(call, rounds);
  call.pass('call_routing', 'person');
  call.end();
}

/** Waiting for a person: round after round of the same nodes. */
export function hold(call: Call, rounds: number): void {
  call.say('to a person', 'I connect you to a person. Please hold the line.', 'transfer');
  for (let place = rounds; place > 0 && !call.over; place--) {
    call.pass('counter', 'place in queue');
    call.pass('conditions', 'is somebody free');
    call.say('hold', place === 1 ? 'You are next.' : `You are number ${place} in the queue.`);
    call.pass('listen', 'music');
  }
}
