import type { CallFacts } from './callFacts.ts';
import type { Step } from './step.ts';

/** What goes to the telephone, and what comes back, when an agent speaks. */
export function speakExchange(
  call: CallFacts,
  said: { nodeId: string; text: string; collects: boolean },
): Pick<Step, 'request' | 'response'> {
  return {
    request: {
      headers: '{"Content-Type": "application/json"}',
      payload: JSON.stringify({
        session_id: call.id,
        action_id: said.nodeId,
        is_collect_input: said.collects,
        type: 'speak',
        text: said.text,
        audio: null,
        voice_id: call.agent.voice,
        language_code: call.language,
      }),
      verb: 'POST',
      url: 'http://telephony-connector.ai.vonage.com/api/actions/speak',
    },
    response: {
      payload: `{"message": "Successfully registered SPEAK action for session_id: ${call.id}"}`,
      code: 201,
    },
  };
}
