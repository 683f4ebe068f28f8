/** 24 hexadecimal digits that stay the same for the same text: a node of an agent keeps its id from call to call. */
export function nodeId(agentId: string, node: string): string {
  const text = `${agentId}/${node}`;
  let digits = '';
  for (let round = 1; digits.length < 24; round++) {
    let hash = Math.imul(0x811c9dc5, round);
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    digits += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return digits;
}
