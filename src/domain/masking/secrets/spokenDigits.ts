/** Digits as people say them, 0 to 9, and what they say for several: in each of these languages. */
const words = [
  'zero|oh|nought|naught|one|two|three|four|five|six|seven|eight|nine|double|triple',
  'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand',
  'null|eins?|zwei|zwo|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|elf|zw[oö]lf',
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
  'un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix',
  'due|tre|quattro|cinque|sei|sette|otto|nove|um|dois|tr[eê]s|quatro|sete|oito',
  'nul|een|één|twee|drie|vijf|zes|zeven|negen|noll|ett|två|fyra|fem|sju|åtta|nio|en|to|fire|seks|syv|sju|åtte|otte|ni',
  'yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|nolla',
  'jeden|jedna|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|nula|dva|dvě|tři|čtyři|pět|šest|sedm|osm|devět',
  'nulla|egy|kettő|három|négy|öt|hat|hét|nyolc|kilenc|unu|doi|trei|patru|cinci|șase|șapte|opt|nouă',
  "ноль|один|два|три|четыре|пять|шесть|семь|восемь|девять|нуль|одна|чотири|п[’ʼ']ять|шість|сім|вісім|дев[’ʼ']ять",
  'sıfır|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz',
  'אפס|אחת|אחד|שתיים|שניים|שלוש|שלושה|ארבע|ארבעה|חמש|חמישה|שש|שישה|שבע|שבעה|שמונה|תשע|תשעה',
  'صفر|واحد|اثنان|اثنين|ثلاثة|ثلاث|أربعة|اربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثمان|تسعة|تسع',
  'शून्य|एक|दो|तीन|चार|पांच|पाँच|छह|छः|सात|आठ|नौ|μηδέν|ένα|δύο|τρία|τέσσερα|πέντε|έξι|επτά|οκτώ|εννέα',
].join('|');
const between = String.raw`(?:[\s,.-]{1,3}(?:(?:and|und|y|et|e|en|og|och|i|и|ו|و)\s)?)`;

/** Three or more in a row. */
export const spokenDigits = new RegExp(
  String.raw`(?:${words})(?:${between}(?:${words})){2,}(?![\p{L}\p{M}\p{N}])|[零〇一二三四五六七八九]{3,}`,
  'iuy',
);
