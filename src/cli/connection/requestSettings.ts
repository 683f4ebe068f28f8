import type { DispatcherOptions } from '../../api/client/dispatcher.ts';
import { asList, asRecord, asText } from '../../domain/json/looseValues.ts';
import { trustedCertificates } from '../../machine/trustedCertificates.ts';
import type { SettingsFiles } from './settingsFiles.ts';
import { settingOf } from './settingsFiles.ts';

/** How requests leave this machine, as VS Code's `http.*` settings of the user say. Those of a workspace do not: who wrote them could read along. */
export function proxySettings({ user }: SettingsFiles): Omit<DispatcherOptions, 'connectTimeoutMs' | 'retry'> {
  const http = (name: string): unknown => user[`http.${name}`] ?? asRecord(user.http)[name];
  const url = asText(http('proxy'))?.trim();
  const authorization = asText(http('proxyAuthorization'));
  const except = asList(http('noProxy')).filter((one) => typeof one === 'string');
  const certificates = http('systemCertificates') === false ? undefined : trustedCertificates();
  return {
    proxy:
      http('proxySupport') === 'off'
        ? 'none'
        : { ...(url ? { url } : {}), ...(authorization ? { authorization } : {}), except },
    strictTls: http('proxyStrictSSL') !== false,
    ...(certificates ? { certificates } : {}),
  };
}

/** How long a request may take, with all its retries. */
export function requestTimeoutMs(settings: SettingsFiles): number {
  const seconds = settingOf(settings, 'insights.request.timeout');
  return (typeof seconds === 'number' && seconds >= 1 ? seconds : 60) * 1000;
}
