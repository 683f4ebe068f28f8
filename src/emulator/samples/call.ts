import type { SessionDocument } from '../../domain/session.ts';
import type { SampleAgent } from './agent.ts';
import type { Chance } from './chance.ts';
import { serviceTime } from './serviceTime.ts';
import type { Step } from './step.ts';
import { makeStep } from './step.ts';

export interface Caller {
  readonly number: string;
  readonly name: string;
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  value: string;
  completed: boolean;
}

export interface WebhookExchange {
  readonly url: string;
  readonly verb: string;
  readonly payload?: unknown;
  readonly code: number;
  /** Text goes over as it is, anything else as JSON. */
  readonly answer: unknown;
  readonly ms: number;
}

const jsonHeaders = '{"Content-Type": "application/json"}';
const connector = 'http://telephony-connector.ai.vonage.com/api/actions/speak';

/** One conversation while it happens: each thing said and done leaves its steps, its words and its tags, as the service records them. */
export class Call {
  readonly chance: Chance;
  readonly caller: Caller;
  readonly agent: SampleAgent;
  readonly id: string;
  readonly channel: string;
  outcome: 0 | 100 | 200 = 0;
  /** The language spoken, when it is not the agent's own. */
  language: string;
  /** After so many questions the caller hangs up. */
  patience = Number.POSITIVE_INFINITY;
  /** Whether the session is still going on when it is recorded. */
  stillOn = false;
  #over = false;
  #elapsed: number;
  #turn: string;
  readonly #start: number;
  readonly #nodes = new Map<string, string>();
  readonly #turns: string[] = [];
  readonly #steps: Step[] = [];
  readonly #transcription: Record<string, string>[] = [];
  readonly #tags: string[] = [];
  readonly #parameters = new Map<string, Parameter>();
  readonly #completions: Record<string, unknown>[] = [];
  /** The parameters as the next step records them; made anew after each change, and shared by the steps until then. */
  #snapshot: readonly unknown[] | undefined;

  constructor(of: { agent: SampleAgent; caller: Caller; channel: string; start: number; chance: Chance }) {
    this.agent = of.agent;
    this.caller = of.caller;
    this.channel = of.channel;
    this.chance = of.chance;
    this.language = of.agent.language;
    this.#start = of.start;
    this.id = of.chance.uuid();
    this.#elapsed = of.chance.between(400, 1500);
    this.#turn = '';
    this.#newTurn();
    this.#step('start', 'start', { ms: 0 });
  }

  get over(): boolean {
    return this.#over;
  }

  get isVoice(): boolean {
    return /^(voice|telephony)$/i.test(this.channel);
  }

  /** Where the agent's flow is: a node keeps its id in all calls of one agent. */
  say(node: string, text: string, tag?: string): void {
    if (this.#over) return;
    this.#speak(node, text, { collects: false, tags: tag === undefined ? [] : [tag] });
  }

  /** Asks and waits for the answer. An undefined answer is a caller who says nothing. */
  ask(
    node: string,
    text: string,
    answer: { parameter: string; type?: string; said: string | undefined; value?: string; tag?: string },
  ): void {
    if (this.#over) return;
    this.#speak(node, text, { collects: true, tags: [] });
    this.patience--;
    if (this.patience < 0) {
      this.hangUp();
      return;
    }
    if (this.stillOn && this.patience === 0) {
      this.#over = true;
      return;
    }
    this.#elapsed += this.chance.between(1200, 5200);
    this.#newTurn();
    const parameter = this.parameter(answer.parameter, answer.type);
    const said = answer.said ?? '';
    if (said !== '') this.#transcription.push({ user: said });
    if (answer.said !== undefined) {
      parameter.value = answer.value ?? said;
      parameter.completed = true;
      this.#completions.push(this.#recorded(parameter, said));
    }
    this.#step('param_completion', `${node}:answer`, {
      ms: this.chance.between(20, 130),
      tags: answer.tag === undefined ? [] : [answer.tag],
      userInput: said,
      altered:
        answer.said === undefined ? [] : [{ ...this.#recorded(parameter, said), alteration_source: 'completed' }],
    });
  }

  /** A parameter that the flow knows; the first mention makes it. */
  parameter(name: string, type = 'sys.any'): Parameter {
    const parameter = this.#parameters.get(name) ?? { name, type, value: '', completed: false };
    this.#parameters.set(name, parameter);
    this.#snapshot = undefined;
    return parameter;
  }

  /** Gives a parameter its value from the flow itself. */
  set(name: string, value: string, source = 'injected'): void {
    if (this.#over) return;
    const parameter = this.parameter(name);
    parameter.value = value;
    parameter.completed = true;
    this.#step('set_parameter', `set:${name}`, {
      ms: this.chance.between(1, 9),
      altered: [{ ...this.#recorded(parameter, value), alteration_source: source }],
    });
  }

  /** A node that neither speaks nor listens. */
  pass(type: string, node: string, tag?: string): void {
    if (this.#over) return;
    this.#step(type, node, { ms: this.chance.between(1, 30), tags: tag === undefined ? [] : [tag] });
  }

  webhook(node: string, exchange: WebhookExchange): void {
    if (this.#over) return;
    const { url, verb, payload, code, answer, ms } = exchange;
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    this.#step('webhook', node, {
      ms,
      request: {
        headers: JSON.stringify({
          'Content-Type': 'application/json',
          Authorization: `Bearer sample-${this.agent.id.slice(-6)}-not-a-real-token`,
          'X-Session-Id': this.id,
        }),
        payload: payload === undefined ? '' : typeof payload === 'string' ? payload : JSON.stringify(payload),
        verb,
        url,
      },
      response: { payload: text, code },
    });
  }

  hangUp(): void {
    this.#over = true;
  }

  /** The flow's own end. The service records the tags of the step before once more. */
  end(): void {
    if (this.#over) return;
    const last = this.#steps.at(-1);
    this.#step('end_call', 'end', {
      ms: 0,
      nodeId: last?.node_id ?? '',
      tags: last?.tags.map(({ tag }) => tag) ?? [],
      silent: true,
    });
    this.#over = true;
  }

  /** What the service stores of it all. */
  record(): SessionDocument {
    const counts = new Map<string, number>();
    for (const tag of this.#tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const parameters = [...this.#parameters.values()];
    const list = parameters.map((parameter) => this.#recorded(parameter, parameter.value));
    const duration = this.#elapsed;
    const { agent, chance } = this;
    return {
      id: this.id,
      session_start_time: serviceTime(this.#start, chance.between(0, 999)),
      ...(this.stillOn ? {} : { session_end_time: serviceTime(this.#start + duration, chance.between(0, 999)) }),
      status: this.stillOn ? 'in_progress' : 'ended',
      account_id: '61a8f0c2d4e5b60012ab34cd',
      api_key: 'N/A',
      source: this.caller.number,
      destination: agent.phone,
      channel: this.channel,
      language: this.language,
      agent_information: {
        id: agent.id,
        version_id: agent.versionId,
        name: agent.name,
        voice: agent.voice,
        language: agent.language,
      },
      channel_data: {
        ...(this.isVoice && !this.stillOn ? { duration, audio_url: this.#recording(duration) } : {}),
        call_status: this.stillOn ? 'in_progress' : 'ended',
        status_code: this.outcome,
      },
      request_ids: this.#turns,
      transcription: this.#transcription,
      tags: counts.size > 0 ? { [agent.category]: Object.fromEntries(counts) } : {},
      tags_list: [...counts].map(([tag, count]) => ({ count, tag, category: agent.category })),
      params: Object.fromEntries(parameters.map(({ name, value, completed }) => [name, { completed, value }])),
      params_list: list,
      flow_data: {
        injected_parameters: [],
        collected_tags: this.#tags.map((tag) => ({ tag, category: agent.category })),
        collected_parameters: this.#completions,
      },
      flow_path: this.#steps,
    } as unknown as SessionDocument;
  }

  #recording(duration: number): string | null {
    // The service needs a while to file a recording.
    return duration % 17 === 0
      ? null
      : `https://studio-recordings.example.com/${this.agent.id}/${this.id}.mp3?token=sample-${this.id.slice(0, 8)}`;
  }

  #recorded({ name, type, value, completed }: Parameter, text: string): Record<string, unknown> {
    return { value_text: text, name, completed, type, value };
  }

  #snapshotOfParameters(): readonly unknown[] {
    this.#snapshot ??= [...this.#parameters.values()].map((parameter) => this.#recorded(parameter, parameter.value));
    return this.#snapshot;
  }

  #newTurn(): void {
    this.#turn = this.chance.uuid();
    this.#turns.push(this.#turn);
  }

  #speak(node: string, text: string, { collects, tags }: { collects: boolean; tags: readonly string[] }): void {
    this.#transcription.push({ [this.agent.versionId]: text });
    const ms = this.isVoice ? 900 + text.length * 55 : this.chance.between(80, 400);
    this.#elapsed += ms;
    const answer = `{"message": "Successfully registered SPEAK action for session_id: ${this.id}"}`;
    this.#step('speak', node, {
      ms,
      tags,
      request: {
        headers: jsonHeaders,
        payload: JSON.stringify({
          session_id: this.id,
          action_id: this.#nodeId(node),
          is_collect_input: collects,
          type: 'speak',
          text,
          audio: null,
          voice_id: this.agent.voice,
          language_code: this.language,
        }),
        verb: 'POST',
        url: connector,
      },
      response: { payload: answer, code: 201 },
      silent: true,
    });
  }

  #nodeId(node: string): string {
    let id = this.#nodes.get(node);
    if (id === undefined) {
      id = hashed(`${this.agent.id}/${node}`);
      this.#nodes.set(node, id);
    }
    return id;
  }

  #step(
    type: string,
    node: string,
    of: {
      ms: number;
      nodeId?: string;
      tags?: readonly string[];
      userInput?: string;
      altered?: readonly unknown[];
      request?: Step['request'];
      response?: Step['response'];
      /** Its time passes while the agent speaks, which is already counted. */
      silent?: boolean;
    },
  ): void {
    const tags = of.tags ?? [];
    this.#tags.push(...tags);
    if (!of.silent) this.#elapsed += of.ms;
    this.#steps.push(
      makeStep({
        type,
        nodeId: of.nodeId ?? this.#nodeId(node),
        requestId: this.#turn,
        ms: of.ms,
        tags: tags.map((tag) => ({ tag, category: this.agent.category })),
        userInput: of.userInput ?? '',
        parameters: this.#snapshotOfParameters(),
        ...(of.altered && of.altered.length > 0 ? { altered: of.altered } : {}),
        ...(of.request ? { request: of.request } : {}),
        ...(of.response ? { response: of.response } : {}),
      }),
    );
  }
}

/** 24 hexadecimal digits that stay the same for the same text: a node keeps its id from call to call. */
function hashed(text: string): string {
  let digits = '';
  for (let round = 1; digits.length < 24; round++) {
    let hash = Math.imul(0x811c9dc5, round);
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    digits += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return digits;
}
