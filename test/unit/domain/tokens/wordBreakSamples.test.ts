import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../../src/domain/tokens/analyse.ts';

/**
 * The patterns of Unicode's own break test: pairs and sequences of one character of each class. `÷` stands for a boundary, `×` for none,
 * as there. A token is what holds a letter, a digit or a picture.
 */
const samples: [sequence: string, ...tokens: string[]][] = [
  ['A × A', 'aa'],
  ['A × 0', 'a0'],
  ['0 × A', '0a'],
  ['A × _ × 0', 'a_0'],
  ['A ÷ : ÷ 1', 'a', '1'],
  ['A × : × A', 'a:a'],
  ['A ÷ : ÷ : ÷ A', 'a', 'a'],
  ['A ÷ , ÷ A', 'a', 'a'],
  ["A × ' × A", "a'a"],
  ["A ÷ ' ÷ 1", 'a', '1'],
  ['1 × , × 1', '1,1'],
  ["1 × ' × 1", "1'1"],
  ['1 × . × 1', '1.1'],
  ['1 ÷ : ÷ 1', '1', '1'],
  ['1 ÷ , ÷ , ÷ 1', '1', '1'],
  ['1 × _ × 1 ÷ : ÷ A', '1_1', 'a'],
  ['1 × _ × A × : × A', '1_a:a'],
  ['א × " × א', 'א"א'],
  ["א × ' × a", "א'a"],
  ["א × '", "א'"],
  ['א ÷ "', 'א'],
  ['a ÷ "', 'a'],
  ['〱 × 〱', '〱〱'],
  ['〱 ÷ A', '〱', 'a'],
  ['〱 × _ × A', '〱_a'],
  ['A × \u0308 × A', 'a\u0308a'],
  ['A × \u00ad × : × \u00ad × A', 'a\u00ad:\u00ada'],
  ['A × \u200d × A', 'a\u200da'],
  ['\u0308 ÷ A', 'a'],
  ['\r × \n ÷ A', 'a'],
  ['A ÷ \u0085 ÷ A', 'a', 'a'],
  ['🇦 × 🇧 ÷ 🇨', '🇦🇧'],
  ['a ÷ 🇦 × 🇧 ÷ 🇨 × 🇩', 'a', '🇦🇧', '🇨🇩'],
  ['🇦 × \u200d × 🇧 ÷ 🇨', '🇦\u200d🇧'],
  ['👶 × 🏿 ÷ 👶', '👶🏿', '👶'],
  ['🛑 × \u200d × 🛑', '🛑\u200d🛑'],
  ['✁ × \u200d × ✁', '✁\u200d✁'],
  ['3 ÷ /', '3'],
];

describe("samples of Unicode's word break test", () => {
  for (const [sequence, ...tokens] of samples) {
    const text = sequence.replaceAll(/ [×÷] /g, '');
    it(JSON.stringify(sequence), () => assert.deepEqual(analyse(text), tokens));
  }
});
