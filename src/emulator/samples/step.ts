/** One entry of a flow path, with all the keys that the service writes. */
export interface Step {
  readonly node_id: string;
  readonly type: string;
  readonly context: Record<string, unknown>;
  readonly tags: readonly { readonly tag: string; readonly category: string }[];
  readonly execution_time: number;
  readonly synchronized: boolean;
  readonly request_id: string;
  readonly request: { readonly headers: string; readonly payload: string; readonly verb: string; readonly url: string };
  readonly response: { readonly payload: string; readonly code: number };
}

export interface StepParts {
  readonly type: string;
  readonly nodeId: string;
  readonly requestId: string;
  readonly ms: number;
  readonly tags: Step['tags'];
  readonly userInput: string;
  readonly parameters: readonly unknown[];
  readonly altered?: readonly unknown[];
  readonly request?: Step['request'];
  readonly response?: Step['response'];
}

export function makeStep(parts: StepParts): Step {
  const request = parts.request ?? { headers: '', payload: '', verb: 'POST', url: '' };
  const response = parts.response ?? { payload: '', code: 200 };
  return {
    node_id: parts.nodeId,
    type: parts.type,
    context: {
      execution_parameters: parts.parameters,
      ...(parts.altered ? { altered_parameters: parts.altered } : {}),
      status: { code: response.code, message: response.payload },
      output: null,
      user_input: parts.userInput,
      url: request.url,
    },
    tags: parts.tags,
    execution_time: parts.ms,
    synchronized: true,
    request_id: parts.requestId,
    request,
    response,
  };
}
