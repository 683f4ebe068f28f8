import type { SampleAgent } from './sampleAgent.ts';
import type { TravelPhrases } from './travelPhrases.ts';
import { travelPhrases } from './travelPhrases.ts';
import { callService } from './webhooks.ts';

/** A travel agent that speaks its caller's language. */
export const travelAgent: SampleAgent = {
  id: '64f5a1e7c2d8b90010f6cc04',
  versionId: '6547a03bb9c5d4001778cc53',
  name: 'Atlas Travel · multilingual',
  voice: 'Lupe',
  language: 'es-ES',
  phone: '34911239876',
  category: 'd2b7c6e8f04a4b1e93c5a8d71f60e249',
  channels: ['Whatsapp', 'voice', 'whatsapp', 'Telephony', 'http'],
  converse(call) {
    const { chance } = call;
    const words: TravelPhrases = chance.one(travelPhrases);
    call.language = words.language;
    call.set('language', words.language);
    call.say('greeting', words.greeting);
    const city = chance.one(words.cities);
    call.ask('city', words.askCity, {
      parameter: 'city',
      type: 'sys.geo-city',
      said: chance.one(words.wants)(city),
      value: city,
      tag: 'travel',
    });
    const date = chance.one(words.dates);
    call.ask('date', words.askDate, { parameter: 'date', type: 'sys.date', said: date });
    const price = String(chance.between(39, 890));
    const fate = callService(call, 'search connections', {
      url: `https://atlas-travel.example.com/api/connections?to=${encodeURIComponent(city)}&lang=${words.language}`,
      verb: 'GET',
      answer: { to: city, date, price: Number(price) },
    });
    if (fate !== 'answered') {
      call.say('trouble', words.trouble, fate === 'not found' ? 'no_connection' : 'webhook_failed');
      call.end();
      return;
    }
    call.ask('offer', words.offer(city, price), {
      parameter: 'confirmed',
      type: 'sys.yes-no',
      said: chance.one(words.yes),
      value: 'yes',
      tag: 'booked',
    });
    call.say('thanks', words.thanks);
    call.end();
  },
};
