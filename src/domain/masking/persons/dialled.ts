/** So many keys are pressed for a number at least. */
const fewest = 10;
const fewestKinds = 4;

/** Whether single digits are a number, key by key, and no list of flags, marks or steps. */
export function isDialled(digits: readonly string[]): boolean {
  if (digits.length < fewest || new Set(digits).size < fewestKinds) return false;
  // Behind 9 comes 0.
  const steps = digits.slice(1).map((digit, index) => (10 + Number(digit) - Number(digits[index])) % 10);
  return steps.some((step) => step !== steps[0]);
}

/** Whether each is so much more or less than the one before. */
export function isEven(values: readonly number[]): boolean {
  const [first = 0, second = 0] = values;
  if (values.length < 3) return false;
  return values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === second - first);
}
