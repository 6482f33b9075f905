// What a passage says without standing for it: questions, guesses, other products, times gone by,
// restrictions; and which words a "not" reaches. Words only, never a talking point.
import type { HintLanguage } from './quantities.ts';

const asks: Record<HintLanguage, RegExp> = {
  en: /(?:^|[\s,;(])(?:does|do|did|is|are|can|could|has|have|will|would|should|isn['’]t|aren['’]t|doesn['’]t|don['’]t)\s(?:it|they|this|these|you|u|we|i|he|she|anyone|anybody|somebody|someone|that|the|there|your|y['’]all|their|his|her)(?![\p{L}])|(?:^|\s)(?:who|what|when|where|why|how|which) (?:does|do|is|are|can|much|long|many|about|if|exactly)|anyone|anybody|any idea|right\?|or not\?|yet\?/u,
  de: /(?:^|[\s,;(])(?:ist|sind|hat|haben|kann|kann man|muss|darf|gibt['’]?s|gibt es|weiß|wisst|kennt|habt|könnt|wird|werden|geht|gehen|bekommt|kriegt|kostet|hält|passt|stimmt|soll|lässt|läuft|macht)\s(?:es|das|die|der|den|ihr|du|man|ich|wer|jemand|wir|sich|eigentlich|irgendwo|irgendwann|denn|mein\p{L}*|euer|eure|'s)|(?:^|\s)(?:wie|was|wann|wo|warum|wieso|wer|welche[nrs]?|woher|ob)\s|eigentlich|jemand|oder\?|oder nicht/u,
  th: /./u,
};

const thaiQuestion =
  /ไหม|มั้ย|มั๊ย|ไม๊|(?:^|[^ก-๙])ปะ(?:คะ|ครับ|$|\s)|ปะ(?:\s|$|คะ|ครับ)|ป่ะ|ปะเนี่ย|หรือเปล่า|รึเปล่า|รึป่าว|หรือป่าว|หรือยัง|รึยัง|หรอ(?:คะ|ครับ|\s|$)|เหรอ|ใคร[^ก-๙]*(?:.{0,40})(?:บ้าง|มั่ง|รู้)|ยังไง(?:คะ|ครับ|\s|$)|เท่าไหร่(?:คะ|ครับ|\s|$)|ใช่ไหม|กี่(?:บาท|วัน|คน|ชั่วโมง)|\?/u;

const guesses: Record<HintLanguage, RegExp> = {
  en: /not sure|no idea|no clue|wonder(?:ing)? (?:if|whether|what)|i wish|wish (?:it|they|this|these|there|i)|if only|supposed(?:ly)?(?! to)|allegedly|apparently|hope(?:fully| (?:it|they|this|these))|haven['’]t (?:checked|tried|tested|found out|read)|(?:need|have|got|gotta|want|still) to (?:check|find out|look up|ask|test)|can['’]t remember|don['’]t (?:remember|know|think)|let me know if|someone (?:said|told)|heard (?:that|it)|rumou?r|would be (?:nice|great|cool|so good) if|imagine if|if they (?:ever|made|had|did)|\b(?:would|should) (?:be|have|love|like)|i['’]d (?:love|like|rather)|\bforgot|forgetting|unfortunately|sadly|thought (?:it|they|this|that)|\b(?:next|last) time\b|maybe (?:one day|it|they)|should (?:really )?(?:come|be|have|make)/u,
  de: /keine ahnung|weiß (?:ich )?(?:gar |noch |leider |ehrlich )*nicht|nicht sicher|frag(?:e|t)? mich,? (?:ob|wie|was|wann|wo)|(?:muss|müsste|will|wollte) ich (?:erst |noch |mal |selbst |auch )*(?:nach|schau|les|test|guck|check|heraus|rausfind|frag)|ob (?:man|es|die|der|das|ich|sie|er|mein)|hoffentlich|wäre (?:schön|cool|toll|super|nice)|wünsch|angeblich|vielleicht|gespannt,? ob|hätte gern|schade,? dass|leider|soll ja|gehört,? dass|vermutlich|wahrscheinlich|nachlesen|falls es|(?<!sonst )(?:wäre|hätte|würde|könnte|sollte)n?|vergessen(?! ihr| du)|verpasst|(?:ich )?dachte|gedacht|nächstes mal|zu hause gelassen/u,
  th: /ไม่รู้(?:เลย)?(?:ว่า|เหมือนกัน|นะ|จริง)|ยังไม่รู้|ไม่แน่ใจ|ไม่ชัวร์|น่าจะมี|น่าจะดี|อยากให้|หวังว่า|สงสัย|คงจะดี|เสียดาย|ลืมดู|จำไม่ได้|ยังไม่ได้(?:ลอง|พลิก|ดู|อ่าน|เช็ก|เช็ค)|ได้ยินมาว่า|เห็นเค้าว่า|เค้าว่ากันว่า|เดี๋ยว(?:จะ|ไป|ขอ)(?:ลอง|ถาม|เช็ก|เช็ค|ดู)|อยาก(?:ได้|ให้|รู้|มี)|น่าจะ|คง(?!เหลือ|ที่|ทน|ตัว)|อาจ(?!ารย์)|นึกว่า|คิดว่า|ลืม(?!ตา)|กะว่า|ว่าจะ|ตั้งใจจะ|รอบหน้า|ถ้า(?:มี|เป็น|ได้).{0,20}(?:ก็ดี|คงดี|จะดี)/u,
};

/** Another product or another time: what follows in the same clause is not about this one. */
const elsewhere: Record<HintLanguage, RegExp> = {
  en: /\b(?:my|the|her|his|our|their) (?:old|last|previous|former|other|ex) |\bold (?:pair|one|app|brand|ones)\b|\b(?:other|another|different) (?:brand|one|ones|app|pair|company|shop|place|bag|bottle|box|tube|serum|cream|mask|sunscreens?|bikes?|games?)\b|\bused to (?:have|use|buy|own|get|pay|come|be free)|\bback then\b|\bno longer\b|\b(?:not|n['’]t) .{0,20}\banymore\b|\bunlike\b|\b(?:sister|mum|mom|friend|roommate|flatmate|boyfriend|girlfriend|dad|brother)['’]s\b/u,
  de: /(?:mein\p{L}*|de[rnms]|die|das|ihr\p{L}*|sein\p{L}*) (?:alte|vorige|letzte|frühere|andere|ex-)\p{L}*|(?:mein\p{L}*|unser\p{L}*) alte\p{L}*|andere[nrms]? (?:marke|app|anbieter|laden|hersteller|firma|creme|maske|schuhe|matratze|futter|kaffee|rad|räder|spiele?)|(?<!\p{L})früher(?!\p{L})|nicht mehr|(?<!\p{L})damals|(?:war|gab es) .{0,60}(?:seitdem|inzwischen|mittlerweile|dann (?:nicht|kost))|lang war|bei (?:der|den|dem) anderen|im gegensatz|von (?:meiner|einer) (?:freundin|schwester|mutter)/u,
  th: /(?:ตัว|อัน|คู่|เจ้า|แอป|แอพ|ยี่ห้อ|แบรนด์|หลอด|ขวด|ถุง|เครื่อง|ที่นอน|เตียง|รุ่น)(?:เก่า|เดิม|อื่น|ก่อน)|อีก(?:ยี่ห้อ|แบรนด์|เจ้า|ตัวนึง|ร้าน)|ของเพื่อน|เมื่อก่อน|แต่ก่อน|สมัยก่อน|ตอน(?:อายุ|เด็ก|สมัย)|ไม่.{0,12}แล้ว(?:นะ|อะ|ค่ะ|คะ|\s|$)/u,
};

const back: Record<HintLanguage, RegExp> = {
  en: /\b(?:but|and|though) (?:this|these|here|now|with (?:this|these)|mine|the new)|, (?:so |and )?now\b/u,
  de: /(?:aber|und|doch) (?:hier|diese|dies|jetzt|mit de[mr] (?:hier|neuen)|bei de[mnr] hier|die hier|das hier|der hier)|, (?:deshalb|darum|jetzt|heute|und jetzt|inzwischen)/u,
  th: /แต่(?:หลอด|ตัว|อัน|คู่|เจ้า|แอป|ขวด|ถุง|รุ่น|ของ)?(?:นี้|นี่)/u,
};

const restricts: Record<HintLanguage, RegExp> = {
  en: /\bbut (?:it['’]s )?only\b|\b(?:said|says) no\b|\bdid(?:n['’]t| not) work\b|\bexcept\b|\bwon['’]t work\b|\bdoes(?:n['’]t| not) work\b|\bon top\b|\bextra charge\b|\bturns out (?:it|they) (?:isn|don|doesn|aren|can)/u,
  de: /aber nur|nur leider|geht (?:aber )?nicht|ging nicht|funktionierte? (?:aber |leider )*nicht|abgelehnt|abgewiesen|obendrauf|außer (?:bei|für|auf)|kam .{0,16}(?:noch|dazu)|abgelaufen|hat .{0,16}nicht (?:geklappt|funktioniert)|kostet extra|aufpreis (?:von|fällig)/u,
  th: /แต่(?:ใช้)?ได้(?:แค่|เฉพาะ)|แต่เฉพาะ|ใช้ไม่ได้|กดไม่ได้|ยกเว้น|ไม่ร่วมรายการ|แต่ต้องจ่าย|แต่เสีย|หมดเขต|หมดอายุแล้ว|หมดโปร/u,
};

/** Words of somebody telling what is so for everyone, not what happened to them one day. */
const general: Record<HintLanguage, RegExp> = {
  en: /\b(?:you|your|u|ya|y['’]all|they|their|it['’]s|it (?:is|has|does|can|comes|lasts|takes|works|costs|gets|goes|just|even|only|literally)|that['’]s|these (?:are|were|get|have|come|last|can|don)|this (?:one|stuff|thing|is|has)|there['’]s|there is|comes?|gets?|anyone|everyone|everybody|every|always|each|zero|no)\b/u,
  de: /(?<!\p{L})(?:du|dir|dich|dein\p{L}*|man|ihr|euch|euer|eure|gibt['’]?s|bleibt|lässt|landet|jede[nrsm]?|alle[ns]?|null|kannst|könnt|darfst?|kriegst|bekommst|die [a-zäöü]+en|holen|geht jederzeit|ist (?:zu|aus|aber|echt|wirklich|komplett)|wird (?:\p{L}+ )?(?:ge|auf|ver|ein)\p{L}+t|klappt|kein)(?!\p{L})/u,
  th: /ได้เลย|ได้(?:ตั้ง|หมด|ทุก|ตลอด)|เค้า|เขา|ให้|นี้|คือ|ทุก|เลย|ไม่ต้อง|แค่|สามารถ|เอง|ครบ|ต้อง/u,
};

export const isGeneral = (passage: string, language: HintLanguage): boolean =>
  general[language].test(passage);

/** "My bed linen …", "Mein Turnbeutel …": somebody's own thing is the subject. */
const ownThing: Record<HintLanguage, RegExp> = {
  en: /^(?:(?:and|but|so|ok|also) )*(?:my|our) /u,
  de: /^(?:(?:und|aber|also|ok) )*(?:mein|meine|unser|unsere|meinen|meinem|meiner) /u,
  th: /^(?:เช้านี้|เมื่อวาน|เมื่อคืน|วันก่อน|เสาร์|อาทิตย์)/u,
};

export const isOwnThing = (sentence: string, language: HintLanguage): boolean =>
  ownThing[language].test(sentence);

/** "We planted a tree": what somebody did once is about them, whatever words it shares with a point. */
const ownDeed: Record<HintLanguage, RegExp> = {
  en: /\b(?:i|we) (?:was|were|had|went|found|ate|left|spilled|\p{L}+ed)\b|\bi(?:['’]ve| have) been\b|\bmy own\b/u,
  de: /(?<!\p{L})(?:(?:ich|wir) (?:hab|habe|haben|hatte|hatten|war|waren|bin|sind)|(?:hab|habe|haben|hatte|hatten|war|waren|bin|sind) (?:ich|wir)(?! (?:nicht|kein))|mein eigene\p{L}*)(?!\p{L})/u,
  th: /(?!)/u,
};

export const isOwnDeed = (passage: string, language: HintLanguage): boolean =>
  ownDeed[language].test(passage);

/** Whether the sentence asks instead of saying. "Sugar? None." says. */
export function isQuestion(sentence: string, language: HintLanguage): boolean {
  if (language === 'th') return thaiQuestion.test(sentence);
  if (!sentence.includes('?')) return false;
  if (asks[language].test(sentence)) return true;
  // "Sugar? None." and "which, finally??" ask nothing; anything longer may.
  return /(?:^|[^.!?,\s][.!?]\s)[^.!?,]{24,}\?/u.test(sentence);
}

export const isGuess = (sentence: string, language: HintLanguage): boolean =>
  guesses[language].test(sentence);

export const isRestricted = (passage: string, language: HintLanguage): boolean =>
  restricts[language].test(passage);

/** The stretch that speaks of something else, or null. */
export function elsewhereIn(sentence: string, language: HintLanguage): [number, number] | null {
  const found = elsewhere[language].exec(sentence);
  if (!found) return null;
  const turn = back[language].exec(sentence.slice(found.index));
  return [found.index, turn ? found.index + turn.index : sentence.length];
}

const negators: Record<HintLanguage, RegExp> = {
  en: /(?<![\p{L}])(?:no|not|never|without|zero|none|nothing|neither|nor|nobody|nope|cannot|free (?:of|from)|skips?|lacks?)(?![\p{L}])|n['’]t(?![\p{L}])/gu,
  de: /(?<!\p{L})(?:kein\p{L}*|nicht|nich|nie(?:mals)?|ohne|null|nix|nichts|weder|noch nie|nirgends|statt|frei von)(?!\p{L})/gu,
  th: /ไม่|ไร้|ปราศจาก|ปลอด|ห้าม|อย่า|0%|ไม่มี/gu,
};
const idle: Record<HintLanguage, RegExp> = {
  en: /not (?:only|just|gonna lie|to mention)|no (?:matter|joke|wonder|cap|kidding|idea|regrets|doubt|worries|problem)|can['’]t (?:wait|believe|stop)|(?:doesn|don)['’]t (?:matter|care)|nothing stopping|not even|never (?:going back|been happier)|couldn['’]t (?:believe|be)|don['’]t (?:worry|ask|judge|forget)|zero regrets/gu,
  de: /nicht (?:nur|mal|umsonst)|kein(?:e|en)? (?:witz|wunder|ding|scherz|problem|plan|sorge|bock)|ohne (?:witz|scheiß|spaß)|nie wieder|warum nicht|gar nicht so|vergesst? nicht|nicht vergessen/gu,
  th: /ไม่(?:ใช่แค่|ได้โม้|รู้จัก|งั้น|ไหว|ว่า|แปลก|เกิน|ถึง|น่าเชื่อ|ต้องห่วง|ผิดหวัง|เคยคิด)|อย่า(?:ลืม|เพิ่ง|เผลอ|หาว่า)/gu,
};

/** "Sugar-free", "getreidefrei": the end of a word that denies its beginning and nothing else. */
const denyingEnds: Record<HintLanguage, RegExp> = {
  en: /^-free(?!\p{L})|^less(?!\p{L})/u,
  de: /^-?\p{L}{0,2}(?:frei|los)(?:e[nmrs]?)?(?!\p{L})/u,
  th: /(?!)/u,
};
const deniedWhole =
  /\p{L}{3}(?<!kosten|gebühren|kabel|problem|sorg|mühe|stress|grenz|makel|nahl|naht)(?:-free|frei(?:e[nmrs]?)?|los(?:e[nmrs]?)?)$/u;

/** Where a text says no, without the turns of phrase that only sound like it. */
export function negatorsIn(text: string, language: HintLanguage): [number, number][] {
  const places = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }): [number, number] => [
      index,
      index + word.length,
    ]);
  const turns = places(idle[language]);
  return places(negators[language]).filter(
    ([from]) => !turns.some(([start, end]) => from >= start && from < end),
  );
}

const reach: Record<HintLanguage, { before: number; after: number }> = {
  // Characters. German says "not" behind the verb; "sugar? none" is said everywhere.
  en: { before: 28, after: 9 },
  de: { before: 30, after: 22 },
  th: { before: 14, after: 0 },
};
const clauseEnd: Record<HintLanguage, RegExp> = {
  en: /[.!;:,]|\b(?:but|and|which|because|cause|so)\b/u,
  de: /[.!;:,]|(?<!\p{L})(?:aber|und|sondern|weil)(?!\p{L})/u,
  th: /[\s,.]|แต่|และ|แล้ว/u,
};

/** "Without" denies what follows it, never what stands before. */
const pointsAhead = /^(?:ohne|without|weder|statt|free (?:of|from)|frei von|ไร้|ปราศจาก)$/u;
/** "Without lotions and scents": a list is denied to its end. */
const listed = /^ \p{L}+(?:, \p{L}+)*,? (?:und|oder|noch|and|or|nor) $/u;

/** "น้ำหอมไม่มีสักนิด": what there is none of can stand first. */
const noneOfIt = /^ไม่มี(?:\s|$|สัก|เลย|แม้แต่|นะ|จ้า|ค่ะ|ครับ)/u;

/** Whether a "no" reaches the word at [start, end): in the same clause and near by. */
export function isDenied(
  text: string,
  place: { start: number; end: number },
  { negations, language }: { negations: [number, number][]; language: HintLanguage },
): boolean {
  const { before, after } = reach[language];
  const word = text.slice(place.start, place.end);
  if (language !== 'th' && deniedWhole.test(word)) return true;
  if (denyingEnds[language].test(text.slice(place.end, place.end + 10))) return true;
  return negations.some(([from, to]) => {
    if (to <= place.start) {
      const between = text.slice(to, place.start);
      if (listed.test(between)) return true;
      return between.length <= before && !clauseEnd[language].test(between);
    }
    if (from >= place.end && language === 'th') {
      return /^\s?$/u.test(text.slice(place.end, from)) && noneOfIt.test(text.slice(from));
    }
    if (from >= place.end) {
      if (pointsAhead.test(text.slice(from, to))) return false;
      const between = text.slice(place.end, from);
      const isAnswer =
        /^\??\s*[?:=]*\s*$/u.test(between) ||
        (/^,? $/u.test(between) && /^\s*(?:[.,!?]|$)/u.test(text.slice(to)));
      return (
        between.length <= after && after > 0 && (isAnswer || !clauseEnd[language].test(between))
      );
    }
    return true;
  });
}

const contrasts: Record<HintLanguage, RegExp> = {
  en: /\bbut\b|\bwhereas\b/gu,
  de: /(?<!\p{L})(?:aber|sondern|dagegen)(?!\p{L})/gu,
  th: /(?<!มี|ตั้ง|เพียง)แต่(?!ละ|ก่อน|ง|แรก|เดิม)|(?<=\s)ส่วน(?!ลด|ผสม)/gu,
};

/** Where a text turns: "but", "aber", "แต่". */
export const contrastsIn = (text: string, language: HintLanguage): number[] =>
  [...text.matchAll(contrasts[language])].map(({ index }) => index);

const beforeWords: Record<HintLanguage, RegExp> = {
  en: /\bbefore\b/u,
  de: /(?<!\p{L})(?:be)?vor(?!\p{L})/u,
  th: /ก่อน/u,
};

/** Where a point says "before"; -1 where it does not. */
export const beforeIn = (text: string, language: HintLanguage): number =>
  text.search(beforeWords[language]);

/** Whether "before" stands right before the end of these words. */
export const saysBefore = (words: string, language: HintLanguage): boolean =>
  beforeWords[language].test(words.slice(-16));
