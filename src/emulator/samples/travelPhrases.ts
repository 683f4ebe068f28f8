/** What the travel agent and its callers say, in one language. */
export interface TravelPhrases {
  readonly language: string;
  readonly greeting: string;
  readonly askCity: string;
  readonly askDate: string;
  readonly offer: (city: string, price: string) => string;
  readonly thanks: string;
  readonly trouble: string;
  readonly cities: readonly [string, ...string[]];
  readonly wants: readonly [(city: string) => string, ...((city: string) => string)[]];
  readonly dates: readonly [string, ...string[]];
  readonly yes: readonly [string, ...string[]];
}

export const travelPhrases = [
  {
    language: 'es-ES',
    greeting: 'Bienvenido a Viajes Atlas. ¿En qué puedo ayudarle?',
    askCity: '¿A qué ciudad quiere viajar?',
    askDate: '¿Qué día quiere salir?',
    offer: (city, price) => `Tengo un vuelo a ${city} por ${price} €. ¿Lo reservo?`,
    thanks: 'Reservado. ¡Buen viaje!',
    trouble: 'Lo siento, ahora mismo no puedo ver los vuelos.',
    cities: ['Málaga', 'La Coruña', 'Bogotá'],
    wants: [(city) => `quiero ir a ${city}`, (city) => `necesito un vuelo a ${city}, por favor`],
    dates: ['mañana', 'el 3 de mayo', 'el próximo sábado'],
    yes: ['sí', 'sí, por favor', 'claro que sí'],
  },
  {
    language: 'fr-FR',
    greeting: 'Bienvenue chez Atlas Voyages. Que puis-je faire pour vous ?',
    askCity: "Dans quelle ville voulez-vous aller aujourd'hui ?",
    askDate: 'Quel jour souhaitez-vous partir ?',
    offer: (city, price) => `J'ai un train pour ${city} à ${price} €. Je le réserve ?`,
    thanks: "C'est réservé. Bon voyage !",
    trouble: "Je suis désolé, je n'ai pas accès aux horaires en ce moment.",
    cities: ['Besançon', 'Genève', 'Orléans'],
    wants: [(city) => `je voudrais aller à ${city}`, (city) => `un billet pour ${city}, s'il vous plaît`],
    dates: ['demain', "l'après-midi du 14 juillet", 'samedi prochain'],
    yes: ["oui, s'il vous plaît", 'oui', "d'accord"],
  },
  {
    language: 'de-DE',
    greeting: 'Willkommen bei Atlas Reisen. Was kann ich für Sie tun?',
    askCity: 'In welche Stadt möchten Sie fahren?',
    askDate: 'An welchem Tag?',
    offer: (city, price) => `Ich habe einen Zug nach ${city} für ${price} €. Soll ich ihn buchen?`,
    thanks: 'Gebucht. Gute Reise!',
    trouble: 'Entschuldigung, die Fahrplanauskunft antwortet gerade nicht.',
    cities: ['München', 'Köln', 'Zürich'],
    wants: [(city) => `ich möchte nach ${city}`, (city) => `eine Fahrkarte nach ${city}, Großraumwagen bitte`],
    dates: ['morgen', 'am 3. Oktober', 'nächsten Samstag früh'],
    yes: ['ja bitte', 'ja', 'gerne'],
  },
  {
    language: 'he-IL',
    greeting: 'ברוכים הבאים לאטלס נסיעות. איך אפשר לעזור?',
    askCity: 'לאן תרצו לטוס?',
    askDate: 'באיזה תאריך?',
    offer: (city, price) => `יש טיסה ל${city} ב-${price} ש"ח. להזמין?`,
    thanks: 'הוזמן. נסיעה טובה!',
    trouble: 'סליחה, אין לי כרגע גישה לטיסות.',
    cities: ['אילת', 'פריז', 'ניו יורק'],
    wants: [(city) => `אני רוצה לטוס ל${city}`, (city) => `כרטיס ל${city} בבקשה, עם ארוחת צה"ל`],
    dates: ['מחר', 'ביום שישי', 'ב-14 במאי'],
    yes: ['כן', 'כן, תודה', 'בטח'],
  },
  {
    language: 'ja-JP',
    greeting: 'アトラス旅行でございます。ご用件をどうぞ。',
    askCity: 'どちらへ行かれますか。',
    askDate: 'ご出発はいつですか。',
    offer: (city, price) => `${city}行きが${price}円でございます。予約なさいますか。`,
    thanks: 'ご予約を承りました。よいご旅行を。',
    trouble: '申し訳ございません。ただいま空席を確認できません。',
    cities: ['東京', 'サッポロ', '京都'],
    wants: [(city) => `${city}へ行きたいです`, (city) => `${city}までのチケットをお願いします`],
    dates: ['明日', '五月三日', '来週の土曜日'],
    yes: ['はい、お願いします', 'はい'],
  },
  {
    language: 'ko-KR',
    greeting: '아틀라스 여행사입니다. 무엇을 도와드릴까요?',
    askCity: '어느 도시로 가시겠습니까?',
    askDate: '언제 출발하시겠습니까?',
    offer: (city, price) => `${city}행 표가 ${price}원입니다. 예약할까요?`,
    thanks: '예약되었습니다. 즐거운 여행 되세요.',
    trouble: '죄송합니다. 지금은 좌석을 확인할 수 없습니다.',
    cities: ['부산', '제주', '서울'],
    wants: [(city) => `${city}에 가고 싶어요`, (city) => `${city} 표 주세요`],
    dates: ['내일', '5월 3일', '다음 주 토요일'],
    yes: ['네', '네, 부탁합니다'],
  },
  {
    language: 'th-TH',
    greeting: 'ยินดีต้อนรับสู่แอตลาสทราเวล',
    askCity: 'คุณต้องการไปเมืองไหน',
    askDate: 'เดินทางวันไหน',
    offer: (city, price) => `มีตั๋วไป${city} ราคา ${price} บาท จองเลยไหม`,
    thanks: 'จองแล้ว ขอให้เดินทางปลอดภัย',
    trouble: 'ขออภัย ขณะนี้ไม่สามารถตรวจสอบตั๋วได้',
    cities: ['เชียงใหม่', 'ภูเก็ต'],
    wants: [(city) => `อยากไป${city}`, (city) => `ขอตั๋วไป ${city} ครับ`],
    dates: ['พรุ่งนี้', 'วันเสาร์หน้า'],
    yes: ['ใช่', 'ตกลง'],
  },
  {
    language: 'ar-EG',
    greeting: 'أهلا بكم في أطلس للسفر. كيف يمكنني مساعدتكم؟',
    askCity: 'إلى أي مدينة تريد السفر؟',
    askDate: 'في أي يوم؟',
    offer: (city, price) => `توجد رحلة إلى ${city} بسعر ${price} جنيه. هل أحجزها؟`,
    thanks: 'تم الحجز. رحلة سعيدة!',
    trouble: 'عذرا، لا أستطيع رؤية الرحلات الآن.',
    cities: ['الأقصر', 'دبي'],
    wants: [(city) => `أريد السفر إلى ${city}`, (city) => `تذكرة إلى ${city} من فضلك`],
    dates: ['غدا', 'يوم الجمعة'],
    yes: ['نعم', 'نعم من فضلك'],
  },
] as const satisfies readonly [TravelPhrases, ...TravelPhrases[]];
