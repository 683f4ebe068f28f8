import type { Dispatcher } from 'undici';
import * as vscode from 'vscode';
import type { DispatcherOptions } from '../api/client/dispatcher.ts';
import { trustedCertificates } from '../machine/trustedCertificates.ts';
import type { Log } from './log.ts';

/** Made by the composition root, which may load what sends requests. */
export type CreateDispatcher = (options: DispatcherOptions) => Promise<Dispatcher>;

/** How requests leave this machine: as VS Code's `http.*` settings and the environment say. Made on first use, again when they change. */
export class Http {
  readonly #create: CreateDispatcher;
  readonly #log: Log;
  readonly #listening: vscode.Disposable;
  #outside: Promise<Dispatcher> | undefined;
  #local: Promise<Dispatcher> | undefined;

  constructor(create: CreateDispatcher, log: Log) {
    this.#create = create;
    this.#log = log;
    this.#listening = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('http')) this.#renew();
    });
  }

  /** For services elsewhere. */
  outside(): Promise<Dispatcher> {
    this.#outside ??= forgetFailure(this.#create(this.#outsideOptions()), () => {
      this.#outside = undefined;
    });
    return this.#outside;
  }

  /** For what runs on this machine: never through a proxy. */
  local(): Promise<Dispatcher> {
    this.#local ??= forgetFailure(this.#create({ ...this.#common(), proxy: 'none', strictTls: true }), () => {
      this.#local = undefined;
    });
    return this.#local;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#renew();
    close(this.#local);
  }

  /** Requests that are on their way end as they began. */
  #renew(): void {
    close(this.#outside);
    this.#outside = undefined;
  }

  #outsideOptions(): DispatcherOptions {
    const http = vscode.workspace.getConfiguration('http');
    const url = http.get<string>('proxy')?.trim();
    const authorization = http.get<string | null>('proxyAuthorization');
    const certificates = http.get<boolean>('systemCertificates') === false ? undefined : trustedCertificates();
    return {
      ...this.#common(),
      proxy:
        http.get<string>('proxySupport') === 'off'
          ? 'none'
          : {
              ...(url ? { url } : {}),
              ...(authorization ? { authorization } : {}),
              except: http.get<string[]>('noProxy') ?? [],
            },
      strictTls: http.get<boolean>('proxyStrictSSL') ?? true,
      ...(certificates ? { certificates } : {}),
    };
  }

  #common(): Pick<DispatcherOptions, 'connectTimeoutMs' | 'retry'> {
    return {
      connectTimeoutMs: 10_000,
      retry: {
        maxRetries: 3,
        firstPauseMs: 500,
        longestPauseMs: 30_000,
        random: Math.random,
        onRetry: (retry) => this.#log.retry(retry),
      },
    };
  }
}

/** A failed start is tried again the next time. */
function forgetFailure<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

function close(dispatcher: Promise<Dispatcher> | undefined): void {
  dispatcher?.then((made) => made.close()).catch(() => {});
}
