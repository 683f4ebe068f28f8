import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { findSpokenEmails } from '../../../../../src/domain/masking/persons/spokenEmails.ts';
import { comesOutAs, stays } from '../support/inEveryPlace.ts';

describe('an e-mail address that is said in words', () => {
  comesOutAs([
    ['it is john dot smith at gmail dot com, thanks', 'it is EMAIL-1, thanks'],
    ['j o h n at gmail dot com', 'EMAIL-1'],
    ['jo at gmail.com please', 'EMAIL-1 please'],
    ['my email is jo at example dot com', 'my email is EMAIL-1'],
    ['jo at example dot com.', 'EMAIL-1.'],
    ['say jo underscore smith at example dot co dot uk', 'say EMAIL-1'],
    ['jo7 at my dash company dot com', 'EMAIL-1'],
    ['write to jo (at) example (dot) com or jo[at]example[dot]org', 'write to EMAIL-1 or EMAIL-2'],
    ['jo AT example DOT com, too', 'EMAIL-1, too'],
    ['das ist jo klammeraffe beispiel punkt de', 'das ist EMAIL-1'],
    ['es jo punto perez arroba ejemplo punto es', 'es EMAIL-1'],
    ['c’est jo arobase exemple point fr', 'c’est EMAIL-1'],
    ['זה jo שטרודל example נקודה com', 'זה EMAIL-1'],
  ]);
  stays([
    'look at example dot com',
    'you find us at example dot com and at example.com',
    'email us at example dot com',
    'see notes.txt at example.com',
    'the bot at level two. Then more',
    'we meet at noon dot dot dot',
    'look at gmail dot com',
  ]);

  it('is the address that it says', () => {
    const said = 'john dot smith underscore 7 at web dash mail dot co dot uk';
    assert.deepEqual(
      findSpokenEmails(said).map(({ address }) => address),
      ['john.smith_7@web-mail.co.uk'],
    );
    const mask = createMask({ caller: 'john.smith@gmail.com' });
    assert.equal(mask.text('John dot Smith at Gmail dot com'), 'CALLER-1');
  });

  it('is found in time, whatever is said again and again', () => {
    for (const part of [' at ', 'a at b dot ', 'a dot ', 'x at gmail.', 'a ', 'jo at gmail dot com '])
      assert.equal(typeof createMask().text(`${part.repeat(200_000 / part.length)}at gmail dot com`), 'string');
  });
});

describe('what has the sign of an address, and is none', () => {
  stays(['npm i react@18.2.0', '@vonage/server-sdk@3.1.0-beta.1', 'spring@5.3.1.RELEASE', 'pkg@1.0', 'logo@2x.png']);
  comesOutAs([
    ['sip:bob@10.0.0.1', 'sip:EMAIL-1'],
    ['jo@1and1.com', 'EMAIL-1'],
    ['jo@1.2.3.example', 'EMAIL-1'],
  ]);
});
