/** Names that HTML has, two by two with the code of what they stand for: ASCII's marks, and what stands between the groups of a number. */
const written =
  'amp 26 apos 27 ast 2a bsol 5c colon 3a comma 2c commat 40 dollar 24 equals 3d excl 21 grave 60 gt 3e hat 5e hyphen 2d lbrace 7b lbrack 5b ' +
  'lcub 7b lowbar 5f lpar 28 lsqb 5b lt 3c num 23 percnt 25 period 2e plus 2b quest 3f quot 22 rbrace 7d rbrack 5d rcub 7d rpar 29 rsqb 5d ' +
  'semi 3b sol 2f verbar 7c vert 7c nbsp a0 shy ad tab 9 newline a ensp 2002 emsp 2003 thinsp 2009 zwnj 200c zwj 200d ndash 2013 mdash 2014';

const characters = new Map(
  [...written.matchAll(/(\w+) ([\da-f]+)/g)].map(([, name = '', code = '']) => [
    name,
    String.fromCharCode(Number.parseInt(code, 16)),
  ]),
);

/** The character that an entity of HTML stands for, in whatever letter case it is named. */
export function characterNamed(name: string): string | undefined {
  return characters.get(name.toLowerCase());
}
