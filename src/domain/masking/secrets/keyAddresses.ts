import type { SecretStretch } from './secretValues.ts';

/**
 * Addresses that are keys themselves: whoever knows them may post. What stands behind the lead is the key: of Slack, Discord, Teams, Zapier,
 * Make, Pipedream, IFTTT, Telegram, and Azure's functions, whose key is called `code`.
 */
const leads = [
  String.raw`hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/`,
  String.raw`discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/`,
  String.raw`(?:webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/`,
  String.raw`hooks\.zapier\.com\/hooks\/(?:catch|standard)\/(?:\d+\/)?`,
  String.raw`hook\.(?:[a-z]{2}\d\.)?make\.com\/`,
  String.raw`hook\.(?:[a-z]{2}\d\.)?(?:integromat|celonis)\.com\/`,
  String.raw`maker\.ifttt\.com\/trigger\/[^\s\/"'<>]{1,100}\/(?:json\/)?with\/key\/`,
  String.raw`api\.telegram\.org\/(?:file\/)?bot(?=\d+:)`,
  String.raw`azurewebsites\.net\/[^\s"'<>?]{0,500}\?(?:[^\s"'<>#]{0,500}&)?code=`,
];
const keyAddress = new RegExp(String.raw`(?<![\w-])(${leads.join('|')})([^\s"'<>?#&\\]{6,})`, 'giu');

/** Something of every text that holds such an address: tells most texts apart at once. */
export const signOfKeyAddress = /hooks?\.|webhook|api\.telegram|\.ifttt\.|azurewebsites/i;

/** The keys that stand in addresses of a text. */
export function keysInAddresses(text: string): readonly SecretStretch[] {
  if (!signOfKeyAddress.test(text)) return [];
  return [...text.matchAll(keyAddress)].map(({ index, 1: lead = '', 2: key = '' }) => {
    const start = index + lead.length;
    // The method of a bot is none of its key.
    const length = /telegram/i.test(lead) ? key.split('/', 1)[0]?.length : key.replace(/[/.,;)\]]+$/u, '').length;
    return { start, end: start + (length ?? 0), name: 'token' };
  });
}
