/** A number as Elasticsearch, which is written in Java, has it in keys: with a point, and with an exponent where it is very large or very small. */
export function decimalKey(number: number): string {
  const size = Math.abs(number);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [digits = '', exponent = ''] = number.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
  }
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}
