import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import type { ProxyInUse, ProxyProblem } from './connectionErrors.ts';
import { ProxyError } from './connectionErrors.ts';
import { certificateProblemOf, factsOf, isNotHttp } from './connectionFailure.ts';
import type { ProxySetting } from './proxySettings.ts';

export interface TunnelOptions {
  /** Where the user and the password are: beside the proxy's address, or elsewhere. */
  readonly authorizationSetting: string;
  /** How long a proxy may take to open a tunnel. */
  readonly timeoutMs: number;
}

/** For undici's ProxyAgent: makes what asks a proxy for tunnels. When one is not opened, the failure names the proxy, which undici's own does not. */
export function tunnelsThrough({ setting, problem }: ProxySetting, options: TunnelOptions) {
  return (proxy: URL, pool: object): Dispatcher => {
    const named: ProxyInUse = { host: proxy.host, setting };
    return new Pool(proxy, pool).compose((dispatch) => (request, handler) => {
      const target = String(request.path);
      if (problem) throw new ProxyError(target, '', { problem, proxy: named });
      const authorized = isAuthorized(request);
      const { timeoutMs, authorizationSetting: authorization } = options;
      return dispatch(request, new Tunnel(handler, { target, proxy: named, timeoutMs, authorized, authorization }));
    });
  };
}

interface TunnelFacts {
  readonly target: string;
  readonly proxy: ProxyInUse;
  readonly timeoutMs: number;
  /** Whether the proxy is told a user and a password. */
  readonly authorized: boolean;
  /** Where they are. */
  readonly authorization: string;
}

/** Hands an opened tunnel on, and ends one that is refused, or never answered. */
class Tunnel implements Dispatcher.DispatchHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #facts: TunnelFacts;
  #timer: NodeJS.Timeout | undefined;

  constructor(handler: Dispatcher.DispatchHandler, facts: TunnelFacts) {
    this.#handler = handler;
    this.#facts = facts;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#timer = setTimeout(() => controller.abort(this.#failure('stalls', 'timeout')), this.#facts.timeoutMs);
    this.#handler.onRequestStart?.(controller, context);
  }

  onRequestUpgrade(
    ...[controller, status, headers, socket]: Parameters<Required<Dispatcher.DispatchHandler>['onRequestUpgrade']>
  ): void {
    clearTimeout(this.#timer);
    if (status >= 200 && status < 300) {
      // undici takes no other status for an opened tunnel.
      this.#handler.onRequestUpgrade?.(controller, 200, headers, socket);
      return;
    }
    socket.on('error', () => {}).destroy();
    this.#handler.onResponseError?.(controller, this.#failure(this.#problemOfAnswer(status, headers), String(status)));
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    const { code } = factsOf(error);
    const failure = error instanceof ProxyError ? error : this.#failure(problemOfCode(code), code);
    this.#handler.onResponseError?.(controller, failure);
  }

  #problemOfAnswer(status: number, headers: object): ProxyProblem {
    if (status === 407) {
      if (!takesPassword(headers)) return 'otherSignIn';
      return this.#facts.authorized ? 'wrongPassword' : 'wantsPassword';
    }
    // 511 is a network that wants to be signed in to.
    return status >= 500 && status !== 511 ? 'cannotReach' : 'refuses';
  }

  #failure(problem: ProxyProblem, systemCode: string): ProxyError {
    const { target, proxy, authorization } = this.#facts;
    const setting = problem === 'wrongPassword' ? authorization : proxy.setting;
    return new ProxyError(target, systemCode, { problem, proxy: { ...proxy, setting } });
  }
}

function problemOfCode(code: string): ProxyProblem {
  if (/^ENOTFOUND$|^EAI_/.test(code)) return 'unknownName';
  if (isNotHttp(code) || code === 'UND_ERR_SOCKET') return 'notProxy';
  const certificate = certificateProblemOf(code);
  if (certificate === 'notTls') return 'notProxy';
  return certificate ? 'certificate' : 'unreachable';
}

/** Whether a proxy that wants to know who asks takes a user and a password; most that do not say how do. */
function takesPassword(headers: object): boolean {
  const ways = [Reflect.get(headers, 'proxy-authenticate') ?? []].flat().map(String);
  // What stands in quotation marks is the proxy's own name.
  return ways.length === 0 || ways.some((way) => /(?:^|,)\s*(?:basic|bearer)\b/i.test(way.replaceAll(/"[^"]*"/g, '')));
}

function isAuthorized({ headers }: Dispatcher.DispatchOptions): boolean {
  return typeof headers === 'object' && headers !== null && 'proxy-authorization' in headers;
}
