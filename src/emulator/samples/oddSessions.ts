import type { SessionDocument } from '../../domain/session/session.ts';
import { bank, hold } from './bank.ts';
import { Call } from './call.ts';
import type { Caller } from './callFacts.ts';
import type { Chance } from './chance.ts';
import { clinic } from './clinic.ts';
import { documentationExample } from './documentationExample.ts';
import { orderLine } from './orderLine.ts';
import { serviceTime } from './serviceTime.ts';

const minute = 60_000;
const hour = 60 * minute;

const caller: Caller = { number: '447700900123', name: 'Robin Ashdown' };

/** What callers say to see whether something breaks. */
const hostileWords = [
  '<script>alert("session")</script><img src=x onerror=alert(1)>',
  '[click here](command:workbench.action.terminal.new) **bold** `code` ![x](https://evil.example.com/pixel.png)',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example.com\u0007link\u001b]8;;\u0007',
  'invoice\u202Egpj.exe and \u2066isolated\u2069 text',
  `${'Donaudampfschifffahrtsgesellschaft'.repeat(20)} is one word`,
  'thumbs up 👍🏽 family 👩‍👩‍👧‍👦 flag 🇳🇱 keycap 1️⃣ heart ❤️',
  'line one\nline two\r\n\ttabbed \u0000 null \uFFFD replaced',
  '\u0024{env:HOME} {{constructor.constructor("return process")()}} %s %n $(reboot)',
  "=cmd|' /C calc'!A0, +1+1, @SUM(A1)",
] as const;

/** One session for each thing that a reader of sessions must survive; all of them started within the days before `day` began. */
export function oddSessions(day: Date, chance: Chance): SessionDocument[] {
  const at = (ago: number) => day.getTime() - ago;
  return [
    { ...documentationExample, session_start_time: serviceTime(at(26 * hour), 983) },
    hostile(at(3 * hour), chance),
    waitingForHours(at(5 * hour), chance),
    notJson(at(7 * hour), chance),
    ...withoutParts(at(9 * hour), chance),
    goingOn(at(2 * minute), chance),
    onlyStarted(at(minute), chance),
  ];
}

function hostile(start: number, chance: Chance): SessionDocument {
  const call = new Call({ agent: orderLine, caller, channel: 'http', start, chance });
  call.say('greeting', 'Welcome to Marlow Coffee.');
  for (const said of hostileWords)
    call.ask('wish', 'What can I do for you?', { parameter: '__proto__ <b>name</b>', said, tag: '<i>tag</i>' });
  call.end();
  return call.record();
}

/** More than 500 steps, most of them the same few nodes. */
function waitingForHours(start: number, chance: Chance): SessionDocument {
  const call = new Call({ agent: bank, caller, channel: 'voice', start, chance });
  call.say('greeting', 'Northgate Bank. This call may be recorded.');
  call.ask('wish', 'How can I help?', { parameter: 'intent', said: 'representative', tag: 'representative' });
  hold(call, 140);
  call.hangUp();
  return call.record();
}

/** Payloads that look like JSON from afar, and a form. */
function notJson(start: number, chance: Chance): SessionDocument {
  const call = new Call({ agent: clinic, caller, channel: 'telephony', start, chance });
  call.say('greeting', 'Hillside Clinic, this is the automatic front desk.');
  const url = 'https://legacy.hillside-clinic.example.com/cgi-bin/patient.pl';
  call.webhook('form', {
    url,
    verb: 'POST',
    payload: 'name=Robin+Ashdown&dob=1971-02-03',
    code: 200,
    answer: 'OK;4711;',
    ms: 812,
  });
  call.webhook('cut off', {
    url,
    verb: 'POST',
    payload: '{"patient": {"name": "Robin',
    code: 200,
    answer: '{"records": [1, 2, ',
    ms: 90,
  });
  call.webhook('soap', {
    url,
    verb: 'POST',
    payload: '<Envelope/>',
    code: 500,
    answer: '<?xml version="1.0"?><Fault><faultcode>Server</faultcode></Fault>',
    ms: 1204,
  });
  call.outcome = 200;
  call.end();
  return call.record();
}

/** The same call, each time with something missing or of another type. */
function withoutParts(start: number, chance: Chance): SessionDocument[] {
  const record = (): SessionDocument => {
    const call = new Call({
      agent: orderLine,
      caller,
      channel: 'voice',
      start: start - chance.between(1, 300) * minute,
      chance,
    });
    orderLine.converse(call);
    return call.record();
  };
  const without = (...keys: (keyof SessionDocument)[]) =>
    Object.fromEntries(Object.entries(record()).filter(([key]) => !keys.includes(key))) as SessionDocument;
  return [
    without('flow_path'),
    without('transcription'),
    without('transcription', 'flow_path', 'flow_data', 'tags', 'tags_list', 'params', 'params_list', 'channel_data'),
    { ...record(), channel_data: { duration: null, status_code: 0, call_status: 'ended', audio_url: null } },
    { ...record(), channel_data: { duration: '27000', status_code: '100', call_status: 'ended' } },
    { ...record(), destination: 442071838750 },
    { ...record(), flow_path: [], transcription: [], tags: {}, tags_list: [], params: {}, params_list: [] },
    { ...record(), agent_information: null, source: null },
    { ...record(), flow_path: null, transcription: null, request_ids: null },
  ] as SessionDocument[];
}

function goingOn(start: number, chance: Chance): SessionDocument {
  const call = new Call({ agent: clinic, caller, channel: 'voice', start, chance });
  call.stillOn = true;
  call.patience = 3;
  clinic.converse(call);
  return call.record();
}

function onlyStarted(start: number, chance: Chance): SessionDocument {
  const call = new Call({ agent: bank, caller, channel: 'Telephony', start, chance });
  call.stillOn = true;
  return call.record();
}
