import { ordinaryCall } from './calls.ts';
import { hostileTexts } from './hostileTexts.ts';
import { replaceTexts } from './replaceTexts.ts';

/** What the page understands of a session, without which it would show less of it. */
const structure = /^(?:status|channel|session_(?:start|end)_time|flow_path\.\d+\.type|channel_data\..*|.*\.user)$/u;

/** A full session in which every text is hostile, another one in each place, all of them somewhere; its structure stands. */
export function hostileSession(): unknown {
  const call = ordinaryCall();
  for (const text of hostileTexts) call.ask('more', text, { parameter: text, said: text, tag: text });
  let next = 0;
  return replaceTexts(call.record(), (place, text) => {
    if (structure.test(place)) return text;
    next += 1;
    return hostileTexts[next % hostileTexts.length] ?? '';
  });
}
