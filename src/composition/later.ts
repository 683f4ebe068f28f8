/** Calls something after so many milliseconds, unless it is told not to by what it gives. */
export function later(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
