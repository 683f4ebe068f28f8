import type { SecretStretch } from './secretValues.ts';

const account = String.raw`[\p{L}_][\p{L}\p{N}_$#.\[\]-]{0,60}|"[^"\n]{1,60}"`;
const password = String.raw`"[^"\n]{1,100}"|[^\s\/@"'()]{1,100}`;
/** What says that an account of Oracle follows: a program, a command, the lead of an address, the name of an option. */
const lead = String.raw`(?:\b(?:sqlplus|sqlcl|sql|sqlldr|rman|expdp|impdp|exp|imp|conn(?:ect)?|target|auxiliary|catalog)\s+(?:-\w+\s+(?:\d\S*\s+)?){0,4}|\bjdbc:oracle:\w+:|\b(?:userid|dsn|connect(?:ion)?[_ ]?(?:string|identifier)?|oracle\w*)["']?\s?[=:]\s?)["']?`;
const behindLead = new RegExp(String.raw`(${lead}(?:${account})\/)(${password})(?=@[\p{L}\p{N}/(])`, 'giu');
/** Or an address follows that no other has: `//host`, `host:1521/service`, a description in brackets. */
const beforeAddress = new RegExp(
  String.raw`((?<![\p{L}\p{N}_/.:@$#-])(?:${account})\/)(${password})(?=@(?:\/\/[\p{L}\p{N}]|[\p{L}\p{N}.-]{1,200}:\d{2,5}[:/]\w|\(\s?desc))`,
  'giu',
);

/** The passwords of accounts as Oracle's programs take them: `jo/PASSWORD@host`. A package with its version is written alike. */
export function passwordsOfAccounts(text: string): readonly SecretStretch[] {
  if (!text.includes('@') || !text.includes('/')) return [];
  return [behindLead, beforeAddress].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 1: before = '', 2: written = '', index }) => {
      const quote = written.startsWith('"') ? 1 : 0;
      const start = index + before.length + quote;
      return { start, end: start + written.length - 2 * quote, name: 'password' };
    }),
  );
}
