import type { Stretch } from '../text/stretch.ts';
import { isMeasure } from './notNumbers.ts';

/** What has numbers, and is nobody: what is bought and sold, parts of programs, books, places. */
const things = [
  'order|invoice|receipt|ticket|case|incident|booking|quote|shipment|parcel|tracking|reference|ref|ord|inv|rma|job|batch',
  'sku|ean|upc|gtin|isbn|issn|asin|doi|cve|article|item|part|product|model|serial',
  'zip|zip_?code|post_?code|postal_?code|plz|cep|version|build|revision|rev|release|pid|tid|thread|process|node|step|flow|record|row|error',
  'bestell(?:ung)?|auftrags?|rechnungs?|postleitzahl|commande|facture|pedido|factura|fattura|ordine|fatura|zam[oó]wienie|faktura|bestelling',
  'заказ|счёт|счет|индекс|הזמנה|注文|订单|訂單|주문',
].join('|');
const numberWord = 'n[oº°]|nr|num|number|nummer|n[uú]mero|id|code|key';
const thing = new RegExp(`(?:^|_)(?:${things})s?(?:_?(?:${numberWord}))?$`, 'u');
const thingInFront = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${things})s?\.?(?:-1[03])?(?:[ _-]?(?:${numberWord})\.?)?(?:\s(?:is|ist|es|est|è|é))?["']?\s?[№#:=/_-]?\s?["']?$`,
  'iu',
);
const shortNames = /(?<![\p{L}\p{N}])(?:PO|SO|WO|CHG|REQ|PRB|INC)[ _-]?[#:]?\s?$/u;
/** Whose numbers are as long as a person's, or longer. */
const book = /(?<![\p{L}\p{N}])(?:isbn(?:-1[03])?|ean|gtin|upc|sku|doi)[^\p{L}\p{N}]{0,4}$/iu;
/** `CA 90210-1234` */
const state = /(?<![\p{L}\p{N}])[A-Z]{2}\s$/u;

const currency =
  'USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|NZD|SGD|HKD|KRW|BRL|MXN|ZAR|ILS|AED|SAR|TRY|RUB|UAH|PLN|CZK|HUF|SEK|NOK|DKK|IDR|VND|THB|PHP';
const moneyInFront = new RegExp(String.raw`(?:\p{Sc}|(?<!\p{L})(?:${currency}|Rp\.?|Rs\.?|د\.إ))\s?$`, 'u');
const moneyBehind = new RegExp(
  String.raw`^(?:[.,]\d{1,2})?\s?(?:\p{Sc}|[円元원]|(?:${currency}|K[čc]|kr|zł|Ft|lei|лв|руб|грн|TL|đ)(?!\p{L}))`,
  'u',
);

/** Numbers in the brackets of what is drawn: colours, curves, places on a map. */
const drawn =
  /(?:rgba?|hsla?|matrix(?:3d)?|translate\w*|cubic-bezier|(?:multi)?(?:point|polygon|linestring))\s?z?\s?\([\d\s.,()+%-]*$/iu;
/** What an access log tells of an answer, and how many bytes it has. */
const answered = /HTTP\/(?:\d?\.?|\d(?:\.\d)?"?\s)$/iu;
const minus = /(?:^|[\s([=:,"'])[-\u2212]$/u;
const fieldInFront = /([\p{L}][\p{L}\p{N}_.-]{0,40})["']?\s?[=:]\s?["']?$/u;
/** An id that begins with what it is an id of: `node_12345678`. */
const idInFront = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}]{0,30})[_-]$/u;
const ofPerson =
  /(?:tel\p{L}*|fax|mob\p{L}*|handy|phone|cell|call\p{L}*|cli|ani|dnis|did|sip|pstn|msisdn|user|cust|customer|contact|client|member|guest|rec\p{L}*|wa|whatsapp|sms|from|to|num\p{L}*|n[úu]m\p{L}*|nr|no|voicemail|vm|audio|тел\p{L}*|電話|电话|טל\p{L}*)$/iu;
const yearInFront = /(?<![\d-])(?:19|20)\d\d[-/]$/;
const colour = /(?<![\p{L}\p{N}])#$/u;

/** So many digits has the number of a thing at most. */
export const longestOfThing = 10;
const longestId = 9;

/** Whether a field of this name has numbers of things, or measures something. */
export function isOfThings(name: string): boolean {
  if (isMeasure(name)) return true;
  const words = name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').toLowerCase();
  return thing.test(words.replaceAll(/[^\p{L}\p{N}]+/gu, '_'));
}

/** Whether a text in a field of things is the number of one. */
export function isNumberOfThing(written: string): boolean {
  return /^\d[\d./ -]{0,9}$/.test(written) && mayBeOfThing(written.replaceAll(/\D/g, ''));
}

/** As they are written in North America, or dialled at home, digits are rather somebody's. */
function mayBeOfThing(digits: string): boolean {
  return digits.length <= longestOfThing && !/^0\d{8}|^[2-9]\d\d[2-9]\d{6}$/.test(digits);
}

/** Whether what stands beside a number says that it is a thing's: of an order, an amount, an id, a measure. */
export function isOfThing(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const written = text.slice(start, end);
  if (book.test(before)) return true;
  const digits = written.replaceAll(/\D/g, '');
  // Numbered by the year, or by the day.
  if (/^(?:19|20)\d\d(?:\d{4})?-\d+$/.test(written) && (thingInFront.test(before) || shortNames.test(before)))
    return true;
  const numbered = before.replace(yearInFront, '');
  if (numbered !== before && (thingInFront.test(numbered) || shortNames.test(numbered))) return true;
  if (written.startsWith('+') || digits.length > longestOfThing || /^0\d{8}/.test(digits)) return false;
  if (moneyInFront.test(before) || moneyBehind.test(text.slice(end, end + 12))) return true;
  if (shortNames.test(before) || (mayBeOfThing(digits) && thingInFront.test(before))) return true;
  if (/^\d{5}-\d{4}$/.test(written) && state.test(before)) return true;
  if (digits.startsWith('0')) return written.length === 8 && colour.test(before);
  return (
    minus.test(before) ||
    isMeasure(fieldInFront.exec(before)?.[1] ?? '') ||
    isId(before, written) ||
    answered.test(before) ||
    drawn.test(text.slice(Math.max(0, start - 300), start))
  );
}

function isId(before: string, written: string): boolean {
  if (written.length > longestId || !/^\d+$/.test(written)) return false;
  const word = idInFront.exec(before)?.[1];
  // A colour is written so, too, with how much is seen through it.
  return word === undefined ? written.length === 8 && colour.test(before) : !ofPerson.test(word);
}
