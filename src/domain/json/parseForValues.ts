import { parseJson } from './parseJson.ts';

/** A number whose digits `JSON.parse` may not keep. Such letters within a string are taken for one: that only costs time. */
const oddNumber = /(?:"\s*:|[[,])\s*-?(?:0(?![\d.])(?<=-0)|\d[\d.]{15}|\d+(?:\.\d+)?[eE]|\d+\.\d*0(?!\d)|0\.0{6})/u;

/**
 * The value of a JSON text for who looks values up and writes nothing back: numbers keep their digits as with `parseJson`; of a repeated key
 * there is the last value, and keys have no order. Throws what `JSON.parse` throws.
 */
export function parseForValues(text: string): unknown {
  return oddNumber.test(text) ? parseJson(text) : JSON.parse(text);
}
