import type { Call } from './call.ts';
import type { SampleAgent } from './sampleAgent.ts';
import { callService } from './webhooks.ts';

/** A clinic's front desk: books and cancels appointments, and knows when not to. */
export const clinic: SampleAgent = {
  id: '64d9b3f7a1c8e50012d0c302',
  versionId: '6520cd18f7a3b2001596aa31',
  name: 'Hillside Clinic Front Desk',
  voice: 'Amy',
  language: 'en-GB',
  phone: '441865551234',
  category: '7c2e5b90d13f4a7ab86f40c9e2a15d38',
  channels: ['voice', 'Whatsapp', 'whatsapp', 'telephony', 'sms'],
  converse(call) {
    const { chance } = call;
    call.say('greeting', 'Hillside Clinic, this is the automatic front desk.');
    call.ask('name', 'May I have your name?', {
      parameter: 'patient_name',
      type: 'sys.names',
      said: chance.one([call.caller.name, `my name is ${call.caller.name}`, `${call.caller.name} speaking`]),
      value: call.caller.name,
    });
    const wish = chance.one(wishes);
    call.ask('wish', `Hello ${call.caller.name}. Would you like to book, move or cancel an appointment?`, {
      parameter: 'intent',
      type: 'intent',
      said: wish.said,
      value: wish.intent,
      tag: wish.intent,
    });
    if (wish.intent === 'emergency') return emergency(call);
    if (wish.intent === 'cancel') cancel(call);
    else book(call);
    call.say('bye', 'Thank you, and get well soon. Goodbye.');
    call.end();
  },
};

const wishes = [
  { said: 'I would like to book an appointment', intent: 'book' },
  { said: 'book please, my knee hurts again', intent: 'book' },
  { said: "I can't come on Thursday, can we move it?", intent: 'move' },
  { said: 'cancel my appointment', intent: 'cancel' },
  { said: "I don't need it any more", intent: 'cancel' },
  { said: 'my father has chest pain', intent: 'emergency' },
] as const;

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const doctors = ['Dr. Osei', 'Dr. Lindqvist', 'Dr. Marchetti', 'Dr. Patel'] as const;

function book(call: Call): void {
  const { chance } = call;
  for (let attempt = 0; attempt < 3 && !call.over; attempt++) {
    const day = chance.one(days);
    call.ask('day', attempt === 0 ? 'Which day suits you?' : 'Which other day would suit you?', {
      parameter: 'day',
      type: 'sys.date',
      said: chance.one([day, `${day} morning`, `maybe ${day}?`]),
      value: day,
    });
    const doctor = chance.one(doctors);
    const fate = callService(
      call,
      'find slot',
      {
        url: 'https://api.hillside-clinic.example.com/slots/search',
        verb: 'POST',
        payload: { day, patient: call.caller.name },
        answer: { doctor, day, time: `${chance.between(8, 16)}:${chance.one(['00', '15', '30', '45'])}` },
      },
      { notFound: 0.2, failed: 0.04, page: 0.02, timedOut: 0.03 },
    );
    if (fate === 'not found') {
      call.say('full', `I am afraid ${day} is full.`, 'no_slot');
      continue;
    }
    if (fate !== 'answered') {
      call.say('trouble', 'I can not see the diary just now. Please call again in an hour.', 'webhook_failed');
      return;
    }
    call.ask('confirm', `${doctor} has time on ${day}. Shall I book it?`, {
      parameter: 'confirmed',
      type: 'sys.yes-no',
      said: chance.one(['yes please', 'yes', 'perfect', 'okay']),
      value: 'yes',
    });
    call.say('booked', 'It is booked. You will get a message with the details.', 'booked');
    call.pass('send_sms', 'confirmation');
    return;
  }
  call.say('no day', 'Then I put you on the waiting list, and we call you.', 'waiting_list');
}

function cancel(call: Call): void {
  const birthday = `${call.chance.between(1, 28)}.${call.chance.between(1, 12)}.${call.chance.between(1940, 2004)}`;
  call.ask('birthday', 'To be sure that it is you: what is your date of birth?', {
    parameter: 'USER.DATE_OF_BIRTH',
    type: 'sys.date',
    said: birthday,
  });
  const fate = callService(call, 'cancel appointment', {
    url: 'https://api.hillside-clinic.example.com/appointments/cancel',
    verb: 'DELETE',
    payload: { patient: call.caller.name, birthday },
    answer: { cancelled: 1 },
  });
  if (fate === 'answered') call.say('cancelled', 'Your appointment is cancelled.', 'cancelled');
  else call.say('not cancelled', 'I could not find your appointment. A nurse will call you back.', 'callback');
}

function emergency(call: Call): void {
  call.say('emergency', 'Please hang up and dial 999 now. I also connect you to a nurse.', 'emergency');
  call.pass('call_routing', 'nurse');
  call.end();
}
