import type { SessionDocument } from '../../domain/session/session.ts';
import type { Agent } from './agent.ts';
import type { Caller, CallFacts } from './callFacts.ts';
import type { Chance } from './chance.ts';
import type { Parameter } from './collectedParameters.ts';
import { CollectedParameters } from './collectedParameters.ts';
import { nodeId } from './nodeId.ts';
import { record } from './record.ts';
import { speakExchange } from './speakExchange.ts';
import type { Step } from './step.ts';
import { makeStep } from './step.ts';

export interface WebhookExchange {
  readonly url: string;
  readonly verb: string;
  readonly payload?: unknown;
  readonly code: number;
  /** Text goes over as it is, anything else as JSON. */
  readonly answer: unknown;
  readonly ms: number;
}

/** One conversation while it happens: each thing said and done leaves its steps, its words and its tags, as the service records them. */
export class Call implements CallFacts {
  readonly chance: Chance;
  readonly caller: Caller;
  readonly agent: Agent;
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
  readonly #parameters = new CollectedParameters();

  constructor(of: { agent: Agent; caller: Caller; channel: string; start: number; chance: Chance }) {
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
    const altered =
      answer.said === undefined
        ? []
        : [this.#parameters.fill(parameter, answer.value ?? said, { said, source: 'completed' })];
    this.#step('param_completion', `${node}:answer`, {
      ms: this.chance.between(20, 130),
      tags: answer.tag === undefined ? [] : [answer.tag],
      userInput: said,
      altered,
    });
  }

  /** A parameter that the flow knows; the first mention makes it. */
  parameter(name: string, type = 'sys.any'): Parameter {
    return this.#parameters.get(name, type);
  }

  /** Gives a parameter its value from the flow itself. */
  set(name: string, value: string, source = 'injected'): void {
    if (this.#over) return;
    const altered = [this.#parameters.fill(this.parameter(name), value, { said: value, source })];
    this.#step('set_parameter', `set:${name}`, {
      ms: this.chance.between(1, 9),
      altered,
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
    return record(this, {
      start: this.#start,
      duration: this.#elapsed,
      turns: this.#turns,
      steps: this.#steps,
      transcription: this.#transcription,
      tags: this.#tags,
      parameters: this.#parameters,
    });
  }

  #newTurn(): void {
    this.#turn = this.chance.uuid();
    this.#turns.push(this.#turn);
  }

  #speak(node: string, text: string, { collects, tags }: { collects: boolean; tags: readonly string[] }): void {
    this.#transcription.push({ [this.agent.versionId]: text });
    const ms = this.isVoice ? 900 + text.length * 55 : this.chance.between(80, 400);
    this.#elapsed += ms;
    const exchange = speakExchange(this, { nodeId: this.#nodeId(node), text, collects });
    this.#step('speak', node, { ms, tags, ...exchange, silent: true });
  }

  #nodeId(node: string): string {
    let id = this.#nodes.get(node);
    if (id === undefined) {
      id = nodeId(this.agent.id, node);
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
        parameters: this.#parameters.snapshot(),
        ...(of.altered && of.altered.length > 0 ? { altered: of.altered } : {}),
        ...(of.request ? { request: of.request } : {}),
        ...(of.response ? { response: of.response } : {}),
      }),
    );
  }
}
