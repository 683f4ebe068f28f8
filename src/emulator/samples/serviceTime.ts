/** A time as sessions hold it: ISO 8601 with microseconds and no zone, in UTC. */
export function serviceTime(time: number, microseconds = 0): string {
  return `${new Date(time).toISOString().slice(0, 23)}${String(microseconds).padStart(3, '0')}`;
}
