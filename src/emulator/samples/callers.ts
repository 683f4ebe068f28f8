import type { Caller } from './callFacts.ts';
import type { Chance } from './chance.ts';

const firstNames = [
  'Benjamin',
  'Amara',
  'Søren',
  'Lucía',
  'Wei',
  'Fatima',
  'Owen',
  'Nadia',
  'Tomás',
  'Priya',
  'Zoë',
  'Igor',
] as const;
const lastNames = [
  "O'Connor",
  'Haddad',
  'Müller',
  'García',
  'Chen',
  'Novák',
  'Okafor',
  'Ashdown',
  'Levi',
  'Rossi',
  'Jónsdóttir',
] as const;
/** Number ranges that are set aside for fiction, or as good as. */
const prefixes = ['44770090', '1212555', '1415555', '349000', '339910', '4930230', '97250555', '81900000'] as const;

/** The people who call, each with one number. */
export function callers(chance: Chance): Caller[] {
  return Array.from({ length: 420 }, () => ({
    number: chance.one(prefixes) + chance.digits(4),
    name: `${chance.one(firstNames)} ${chance.one(lastNames)}`,
  }));
}
