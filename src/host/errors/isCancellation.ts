/** Whether something ended because the person, or VS Code for them, cancelled it: that is no failure, and nobody is told. */
export function isCancellation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // VS Code's own is known by its name alone; what left a dialog or closed a window has it too.
  if (error.name === 'Canceled' || error.name === 'AbortError') return true;
  return 'code' in error && error.code === 'cancelled';
}
