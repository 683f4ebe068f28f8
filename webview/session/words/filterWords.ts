import * as l10n from '@vscode/l10n';
import { spoken } from '../../parts/words/spoken.ts';

/** What the values are that a query may ask for. */
export const filterWords = spoken(() => ({
  sameWebhook: l10n.t('same webhook, same code'),
  sameNode: l10n.t('same node, same code'),
  url: l10n.t('address of the step'),
  responseCode: l10n.t('response code of the step'),
  stepStatus: l10n.t('status of the step'),
  node: l10n.t('node'),
  stepType: l10n.t('type of step'),
  callerSaid: l10n.t('what the caller said, any of its words'),
  stepTag: l10n.t('tag of the step'),
  altered: l10n.t('parameter that the step changed'),
  parameter: l10n.t('parameter at the step'),
  request: l10n.t('request of the turn'),
  caller: l10n.t('caller'),
  agentId: l10n.t('agent'),
  agent: l10n.t('agent’s name'),
  channel: l10n.t('channel'),
  outcome: {
    success: l10n.t('outcome: success'),
    warning: l10n.t('outcome: warning'),
    error: l10n.t('outcome: error'),
    inProgress: l10n.t('outcome'),
    unknown: l10n.t('outcome'),
  },
  tag: l10n.t('tag of the session'),
  nothing: l10n.t('This session has no value to search for.'),
}));
