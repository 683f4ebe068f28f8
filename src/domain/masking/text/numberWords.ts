/** A word of a number that is said: what it is worth, and the languages that have it, one bit for each. */
export interface NumberWord {
  readonly kind: 'unit' | 'group' | 'power' | 'repeat' | 'plus';
  readonly value: number;
  readonly languages: number;
}

/** 0 to 9, with a bar between words for the same; what is said of a digit that comes twice, and three times; a plus. Each language by itself. */
const languages: readonly string[] = [
  'zero|oh|o|nought|naught one two three four five six seven eight nine double triple|treble plus',
  'zéro|zero un|une deux trois quatre cinq six sept huit neuf double triple plus',
  'cero uno|un dos tres cuatro cinco seis siete ocho nueve doble triple más|mas',
  'null eins|ein zwei|zwo drei vier fünf|funf|fuenf sechs sieben acht neun doppel|doppelt dreimal plus',
  'zero uno due tre quattro cinque sei sette otto nove doppio triplo più',
  'zero um|uma dois|duas três|tres quatro cinco seis|meia sete oito nove duplo triplo mais',
  'nul een|één twee drie vier vijf zes zeven acht negen dubbel driemaal plus',
  'noll ett två tre fyra fem sex sju åtta nio dubbel trippel plus',
  'nul|null en|én|ein to tre fire fem seks syv|sju otte|åtte ni dobbelt tredobbelt plus',
  'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän',
  'zero jeden|jedna dwa trzy cztery pięć sześć siedem osiem dziewięć',
  'nula jedna|jeden dva|dvě tři čtyři pět šest sedm osm devět',
  'nulla egy kettő|két három négy öt hat hét nyolc kilenc',
  'zero unu doi|două trei patru cinci șase|sase șapte|sapte opt nouă|noua',
  'ноль|нуль один|одна два|две три четыре пять шесть семь восемь девять дважды трижды плюс',
  'нуль одна|один два|дві три чотири п’ять|пʼять шість сім вісім дев’ять|девʼять',
  'sıfır bir iki üç dört beş altı yedi sekiz dokuz çift üçlü artı',
  'μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά|εφτά οκτώ|οχτώ εννέα|εννιά',
  'אפס אחת|אחד שתיים|שתים|שניים שלוש|שלושה ארבע|ארבעה חמש|חמישה שש|שישה שבע|שבעה שמונה תשע|תשעה כפול משולש פלוס',
  'صفر واحد|واحدة اثنان|اثنين ثلاثة|ثلاث أربعة|اربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثمان تسعة|تسع دبل تربل زائد',
  'शून्य|ज़ीरो|जीरो एक दो तीन चार पांच|पाँच छह|छः|छे सात आठ नौ डबल ट्रिपल प्लस',
];
/** 10 to 19, then 20, 30 and on; in the order of the languages above. */
const tens: readonly string[] = [
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty|fourty fifty sixty seventy eighty ninety',
  'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante',
  'diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  'zehn elf zwölf|zwolf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
];

/** Words of numbers, by how they are written in small letters. */
export const numberWords: ReadonlyMap<string, NumberWord> = readWords();

function readWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const add = (written: string, kind: NumberWord['kind'], value: number, language: number): void => {
    for (const word of written.split('|')) {
      const bits = (words.get(word)?.languages ?? 0) | (1 << language);
      words.set(word, { kind, value, languages: bits });
    }
  };
  languages.forEach((written, language) => {
    written.split(' ').forEach((word, at) => {
      if (at < 10) add(word, 'unit', at, language);
      else if (at < 12) add(word, 'repeat', at - 8, language);
      else add(word, 'plus', 0, language);
    });
  });
  tens.forEach((written, language) => {
    written.split(' ').forEach((word, at) => {
      add(word, 'group', at < 10 ? 10 + at : 10 * (at - 8), language);
    });
  });
  add('hundred', 'power', 2, 0);
  add('thousand', 'power', 3, 0);
  return words;
}

/** The words of numbers of these kinds, for a pattern. */
export function patternOfWords(...kinds: readonly NumberWord['kind'][]): string {
  return [...numberWords].flatMap(([word, { kind }]) => (kinds.includes(kind) ? [word] : [])).join('|');
}
