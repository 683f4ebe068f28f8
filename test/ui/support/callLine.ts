/** A call as a line of exported sessions. */
export function callLine(id: string, agent: string, minutesAgo: number): string {
  const start = new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(0, 19);
  return JSON.stringify({
    id,
    session_start_time: `${start}.000000`,
    source: '447700900123',
    status: 'ended',
    agent_information: { name: agent },
    channel_data: { status_code: 0 },
    transcription: [{ user: 'hello' }],
  });
}
