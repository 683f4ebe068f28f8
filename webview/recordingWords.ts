/** What is said of recordings. */
export const recordingWords = {
  recording: 'Recording',
  ofParameters: 'Recordings of what was said',
  open: 'Open in browser',
  notReady: 'not ready yet',
  checkAgain: 'Check again',
  relative: 'a path, no address',
  insecure: 'not opened: not https',
  unknown: 'not opened: no address',
  why: {
    relative: 'Old sessions have a path to the recording and not where it is: it cannot be opened.',
    insecure: 'Only https addresses are opened: this one would be fetched in the open.',
    unknown: 'What stands in the place of the recording is no address.',
  },
} as const;
