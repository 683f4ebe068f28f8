import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secretsByForm } from '../../../../../src/domain/masking/secrets/secretForms.ts';

const long = 'abcdef0123456789';
/** Each secret stands between «». */
const texts = [
  'sent Bearer «abcdefgh»',
  'sent bearer   «abc.def~gh+i/j=-»',
  'sent BEARER\t«abcdefgh».',
  'sent Bearer «abcdefgh», then',
  'sent bearer abcdefg',
  'a forbearer abcdefghij',
  'sent Basic «dXNlcjpwYXNz»',
  'sent basic    «dXNlcjpwYXNzcw==»',
  'sent BASIC «a1bcde»',
  'sent basic a1bcd',
  'a basic question',
  'of aerobasic dXNlcjpwYXNz',
  'a basic «and/or»',
  'is «eyJhbGciOiJ.eyJzdWIiOi» it',
  'is «eyJhbGciOiJ.eyJzdWIiOi.sig-na_ture» it',
  'is eyJhbGc.eyJzdWIiOi it',
  'is xeyJhbGciOiJ.eyJzdWIiOi it',
  'pay to «GB29 NWBK 6016 1331 9268 19» TODAY',
  'pay to «DE89370400440532013000».',
  'pay to «FR14 2004 1010 0505 0001 3M02 606»',
  'pay to GB29 NWBK 6016 1331 9268 18',
  'AB12 CDEF GHIJ KLMN, ABDE89370400440532013000',
  '-----BEGIN PRIVATE KEY-----«\nMIIE\n»-----END PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY-----«MIIE»-----END RSA PRIVATE KEY-----',
  '-----BEGIN PUBLIC KEY-----MIIE-----END PUBLIC KEY-----',
  ...[
    'ghp_',
    'gho_',
    'ghu_',
    'ghs_',
    'ghr_',
    'github_pat_',
    'glpat-',
    'sk_live_',
    'rk_test_',
    'xoxb-',
    'xoxp-',
    'AIza',
    'ya29.',
  ].map((lead) => `is «${lead}${long}» it`),
  ...['whsec_', 'xapp-', 'hf_', 'glsa_', 'glsc_', 'dop_v1_', 'lin_api_', 'sq0atp-'].map(
    (lead) => `is «${lead}${long}» it`,
  ),
  ...['dapi', 'key-', 'sk_'].flatMap((lead) => [`is «${lead}${long}${long}» it`, `is ${lead}${long} it`]),
  `is «EAAGm0${long.repeat(3)}» it`,
  'is EAAGm0 it',
  ...['SG.', 'sk-', 'AKIA', 'ASIA', 'npm_', 'pypi-', 'shpat_', 'shpss_'].map((lead) => `is «${lead}${long}» it`),
  `is sk-${'abcdefghijklmnopqrst'} it`,
  'is sk-abcdef012345678 it',
  `is task-${long} it`,
  `is desk_sk-${long} it`,
  'nothing is here',
];

describe('secrets that are known by how they look', () => {
  for (const marked of texts) {
    it(JSON.stringify(marked), () => {
      const text = marked.replaceAll(/[«»]/gu, '');
      let told = text;
      for (const { start, end, name } of [...secretsByForm(text)].sort((a, b) => b.start - a.start)) {
        assert.equal(name, 'token');
        told = `${told.slice(0, start)}«${told.slice(start, end)}»${told.slice(end)}`;
      }
      assert.equal(told, marked);
    });
  }
});
