import type { DispatcherOptions, ServiceDispatcher } from '../../api/client/dispatcher.ts';
import { createDispatcher } from '../../api/client/dispatcher.ts';
import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import { parseAddress } from '../../domain/connections/webAddress.ts';
import { proxySettings } from './requestSettings.ts';
import type { SettingsFiles } from './settingsFiles.ts';

/** Sends requests to this machine, past any proxy. */
export function dispatcherHere(): ServiceDispatcher {
  return dispatcherWith({ proxy: 'none', strictTls: true });
}

/** Sends requests to an address as the user's settings say. */
export function dispatcherTo(address: string, settings: SettingsFiles): ServiceDispatcher {
  return isThisMachine(parseAddress(address)?.hostname ?? '')
    ? dispatcherHere()
    : dispatcherWith(proxySettings(settings));
}

function dispatcherWith(sending: Omit<DispatcherOptions, 'connectTimeoutMs' | 'retry'>): ServiceDispatcher {
  return createDispatcher({
    ...sending,
    connectTimeoutMs: 10_000,
    retry: { maxRetries: 3, firstPauseMs: 500, longestPauseMs: 30_000, random: Math.random },
  });
}
