// What brands promise, in the words people really use for it: a small lexicon from general knowledge
// of the trade, one idea a line and language. It must not know any brief, product or test pair.
//
// Alternatives are separated by `|` and match from the start of a word on, whatever ending follows;
// `=` at the end asks for the word's end, `~` at the start allows the inside of a compound (German),
// `…` is a short gap. Thai has no spaces between words, so there an alternative matches anywhere.
import type { HintLanguage } from './quantities.ts';

type Idea = Record<HintLanguage, string>;

export const ideas: Record<string, Idea> = {
  // Money and conditions.
  free: {
    en: '(?<!-)free(?![- ]?(?:of|from|time|day|hand|range)\\b)=|gratis|no charge|no cost|no extra cost|at no …cost|cost nothing|costs nothing|cost me nothing|costs you nothing|cost you nothing|didn.t pay|don.t pay|doesn.t cost|don.t have to pay|without paying|on the house|on them=|for nothing|zero (?:euros|dollars|baht|pounds|cost|fees?)|didn.t cost|before they charge|not charged|no fees?|never charged|complimentary|0 €|haven.t paid|paid nothing|pay nothing|won.t cost|not cost you|not a (?:cent|penny)',
    de: 'kostenlos|(?:keine?|ohne|null) (?:grund|konto|monats|jahres|zusatz)?gebühr|keine[nr]? cent|(?:nirgends|nie) …(?:bezahl|gezahl|zahl)|gratis|~kostenfrei|umsonst|für lau|geschenkt|aufs haus|nichts …(?:kost|zahl|bezahl)|(?:kost|zahl|bezahl)\\p{L}* …(?:nichts|nix|keinen cent)|(?:nichts|nix) extra|keinen cent|ohne aufpreis|ohne dass …kost|ohne …kosten|null euro|0 euro|für null|gebührenfrei|nix zahlen|nichts zahlen',
    th: 'ฟรี|ไม่เสียเงิน|ไม่คิดตัง|ไม่คิด…ตัง|ไม่หัก|ไม่โดนหัก|ไม่เสียตังค์|ไม่เสียตัง|ไม่ต้องจ่าย|ไม่คิดเงิน|ไม่มีค่าใช้จ่าย|ไม่เสียค่า|ไม่คิดค่า|ไม่มีค่า|แถมให้|โดยไม่…ค่าใช้จ่าย|เก็บตังค์สักบาท|ไม่เก็บเงิน|ไม่โดนเก็บ|ศูนย์บาท|0 บาท|ไม่เสียสักบาท|ไม่เสีย…บาท|ไม่เคย…เก็บ(?:ตัง|เงิน)|ไม่ต้องเสีย(?:เงิน|ตัง|ค่า)',
  },
  refund: {
    en: 'refund|money back|money-back|get …back every|every (?:cent|penny) back|full price back|reimburse|give you your money|gave me my money|get your money',
    de: '~rückerstatt|~erstatt|geld zurück|geld-zurück|jeden cent zurück|(?:geld|kohle|betrag) …(?:zurück|wieder)|(?:krieg|bekomm|gibt)\\p{L}* …zurück=',
    th: 'คืนเงิน|ได้เงินคืน|เงินคืน|คืนตังค์|ได้ตังค์คืน|ขอเงินคืน',
  },
  return: {
    en: 'return|send …back|sent …back|bring …back|take …back|ship …back|hand …back|change your mind|changed my mind|change …mind',
    de: '~rückgabe|~rückgab|~retour|zurückgeb|zurückgab|zurückschick|zurückgeschick|zurücksend|zurückgesend|zurückgegeben|zurückbring|umtausch|schick\\p{L}* …zurück|geb\\p{L}* …zurück|gib\\p{L}* …zurück|überlegen=|~rücksend|anders überleg|holen …(?:ab|zurück)=',
    th: 'คืนสินค้า|ส่งคืน|คืนได้|ส่งกลับ|เปลี่ยนคืน|คืนของ|เปลี่ยนใจ|เอาไปคืน|รับคืน|ยกกลับ|เปลี่ยนไซ[ซส]์?',
  },
  trial: {
    en: 'trial|try …(?:first|out|for|at home)|test …(?:first|out|at home)|tried …at home|sleep on it|test run',
    de: '~probe|~testen|~test=|ausprobier|probier|überlegen=|probeweise|antesten',
    th: 'ทดลอง|ลองใช้|ลองนอน|ลองก่อน|ลองได้|ให้ลอง|เอามาลอง|ลองดูก่อน|เทสต์|เอามากลิ้ง|ลองเล่น',
  },
  guarantee: {
    en: 'guarantee|warrant|covered for|covers …for|fix or replace|replace it if|repair …free',
    de: '~garantie(?!r)|~gewährleist|(?:steht|stehen) …gerade',
    th: 'รับประกัน|ประกัน|การันตี|เคลม',
  },
  cancel: {
    en: 'cancel|back out|call …off=|quit|unsubscribe|stop …(?:whenever|any ?time)|end it|get out|opt out|drop it|walk away|no strings',
    de: 'kündig|~kündig|absag|abgesagt|kündbar|beend|abbestell|stornier|aussteig|abmeld|raus=|aufhör',
    th: 'ยกเลิก|เลิกได้|หยุดได้|เลิกเมื่อ|แคนเซิล|เลิกสมัคร|กดเลิก',
  },
  pause: {
    en: 'paus|on hold|skip|take a break|put …hold|freeze|hold off|snooze',
    de: 'paus|aussetz|ausgesetzt|einfrier|eingefror|überspring|auf eis|unterbrech|unterbroch|stilleg|stillgelegt',
    th: 'พัก(?:การ|รอบ|ไว้|สมาชิก|เดือน|ได้|ก่อน)|หยุดชั่วคราว|เลื่อน|ข้าม(?:รอบ|เดือน)|ระงับ|หยุดไว้ก่อน',
  },
  anytime: {
    en: 'any ?time|at any point|whenever|any moment|day or night|round the clock|24/7|any day',
    de: 'jederzeit|wann immer|wann …will|wann du|wann man|wann ich|rund um die uhr|zu jeder zeit',
    th: 'ทุกเมื่อ|เมื่อไหร่ก็ได้|ตอนไหนก็ได้|เมื่อไรก็ได้|ทุกเวลา|ได้ตลอด|ตลอดเวลา|ได้ตลอด 24',
  },
  forever: {
    en: 'forever|permanent|for life|lifetime|always|for good=|stays? (?:free|that way|like that)|never expires?',
    de: 'dauerhaft|solange du|ein leben lang|für immer|lebenslang|immer=|bleibt|unbegrenzt|läuft nicht ab|verfällt nie|auf dauer|~dauer=',
    th: 'ตลอดไป|ตลอดชีพ|ตลอดกาล|ตลอด|ถาวร|ไม่หมดอายุ|ตลอดชีวิต',
  },
  discount: {
    en: 'discount|off=|cheaper|save|saving|reduced|knocks …off|less=',
    de: '~rabatt|~nachlass|günstiger|billiger|spar|~prozent auf|reduziert|weniger=|vergünstig',
    th: 'ส่วนลด|ลด|ถูกลง|ประหยัด|ดิสเคาท์',
  },
  code: {
    en: 'code|voucher|coupon|promo',
    de: '~code|~gutschein|coupon',
    th: 'โค้ด|โค๊ด|คูปอง|รหัส',
  },
  shipping: {
    en: 'ship|deliver|postage|post(?:ed)?=|in the post|in the mail|courier|arriv|sent out|sends? it|on your doorstep|at (?:my|your) door',
    de: '~versand|~versend|verschick|~liefer|zugeschickt|~porto|gepäck=|rausgeschickt|rausgeht|vor der tür|post=|postbote|zugestellt|~zustell',
    th: 'จัดส่ง|ส่งฟรี|ค่าส่ง|ส่งถึง|ส่งให้|ส่งทั่ว|ส่งของ|เดลิเวอรี่|ของมาส่ง|มาส่ง|ขนส่ง|ส่งภายใน|ส่งไว',
  },
  included: {
    en: 'includ|part of the|comes in the|repairs? and all|and all=|in the box|thrown in|already in|throw in|you also get|get …too=',
    de: 'inklusive|inbegriffen|enthalten=|dabei=|mit drin|mit bei|im preis|gehört …dazu|dazu=|gibt.s …dazu|im lieferumfang|mitgeliefert|im karton',
    th: 'รวม(?:ใน|อยู่|มา|แล้ว)|รวม|แถม|มาพร้อม|มีมาให้|ให้มาด้วย|อยู่ในกล่อง|ในชุด|มาด้วย|มีให้',
  },
  comesWith: { en: 'come[s]? with|came with|has an?=', de: 'kommt mit|kommen mit', th: 'มาพร้อม' },
  price: {
    en: 'price|cost[s]?=|pay|paid|spend|spent|charge',
    de: '~preis|kost(?:et|en|ete)=|zahl|bezahl|hingelegt|hinlegen|ausgegeben|hingeblättert|löhn',
    th: 'ราคา|จ่าย|ค่า(?:ตัว|เสียหาย)|เสียไป|สนนราคา|ตกแก้ว|ตกชิ้น|ขาย',
  },
  subscription: {
    en: 'subscri|plan=|membership',
    de: '~abo=|~abos=|abonn|~abo[ -]|mitglied',
    th: 'สมัครสมาชิก|สมาชิก|รายเดือน|แพ็กเกจ|แพ็คเกจ|ซับสคริป',
  },
  contract: {
    en: 'contract|commit|minimum term|tied in|locked in|tie you',
    de: '~vertrag|~laufzeit|bindung|~bindung|festgelegt|gebunden|mindest',
    th: 'สัญญา|ผูกมัด|ขั้นต่ำ|ผูกพัน',
  },
  buy: {
    en: 'buy|bought|purchas|order|grab|shop(?:ped)?=|checkout|restock|click|pick …up=|picked …up=',
    de: '~kauf|gekauft|bestell|~bestell|hol\\p{L}* …mir|mitnehm|mitgenommen|nachbestell|geklickt|shopp|mitnehm',
    th: 'ซื้อ|สั่ง|กดสั่ง|ออเดอร์|สอย|ช้อป|กดมา|จัดมา|ตำ(?:มา|ได้)|ขายได้|อุดหนุน',
  },
  available: {
    en: 'available|you can (?:get|find|buy)|sold at|stocked|find it (?:in|at)|in stores?|on the shelf|find them',
    de: 'erhältlich|verfügbar|zu kaufen|gibt.s (?:bei|im|in|nur)|gibt es (?:bei|im|in)|zu haben|findet ihr|bekommt ihr|kriegt ihr',
    th: 'มีจำหน่าย|วางขาย|มีขาย|หาซื้อ|ซื้อได้ที่|วางจำหน่าย|จำหน่าย',
  },
  onlyHere: {
    en: 'exclusive|only (?:in|on|at|through)|nowhere else',
    de: 'exklusiv|ausschließlich|nur (?:im|in|auf|bei|an|über)|nirgend|sonst nicht',
    th: 'เฉพาะ|เท่านั้น|ที่เดียว|ไม่มีที่อื่น',
  },
  limited: {
    en: 'limited|while stocks|until (?:sold out|it.s gone)|only a few|sells out|one time run|small batch',
    de: 'limitiert|solange …(?:vorrat|reicht)|begrenzt|nur wenige|kleine[rn]? auflage|wenn weg',
    th: 'จำนวนจำกัด|มีจำกัด|ลิมิเต็ด|หมดแล้วหมดเลย|มีไม่เยอะ|จำกัด',
  },
  donate: {
    en: 'donat|give[s]? back|goes to|charit|gets? (?:dinner|fed|a meal)|feeds?|fund|support|plants? a|part of …goes',
    de: '~spende|gespendet|geht …an|gehen …an|landet …bei|landen …bei|kommt …zugute|unterstütz|geht …ans|finanzier',
    th: 'บริจาค|สมทบ|มอบให้|ช่วยเหลือ|ทำบุญ|เข้า(?:มูลนิธิ|กองทุน)|สนับสนุน|ส่งต่อให้',
  },
  shelter: {
    en: 'shelter|rescue|homeless|stray',
    de: '~tierheim|~heim=|~schutz=|streuner|auf ein zuhause|fellnasen|obdachlos',
    th: 'ศูนย์พักพิง|พักพิง|จรจัด|หมาจร|แมวจร|สุนัขจร|บ้านพัก|ไร้บ้าน',
  },
  // Made of, made how, made where.
  recycled: {
    en: 'recycl|upcycl|reclaimed|used to be (?:a |an )?(?:old|plastic)|made (?:out )?(?:of|from) (?:old|used)|old (?:nets?|bottles?|plastic)|second life|waste',
    de: '~recyc|~recycel|upcycl|wiederverwert|aus alten|aus altem|waren (?:mal|früher) |altplastik|zweites leben|altmaterial',
    th: 'รีไซเคิล|รีไซเคิ้ล|อัพไซเคิล|เคยเป็น(?:ขวด|อวน|ยาง)|ขวดพลาสติกเก่า|ของเก่า|ใช้แล้ว|นำกลับมาใช้|วัสดุเหลือใช้|เศษ',
  },
  madeOf: {
    en: 'made (?:of|from|out|with)|consist|used to be',
    de: 'besteh|gemacht aus|hergestellt aus|gefertigt|war\\p{L}* mal|stammt|stamm|kommt aus|kommen aus|gewachsen',
    th: 'ทำจาก|ทำมาจาก|ผลิตจาก|มาจาก|เคยเป็น|ทำด้วย',
  },
  madeBy: {
    en: 'made (?:in|by)|produced|manufactured|handmade|hand-made|sewn|crafted|grown|farm|grows?',
    de: 'hergestellt|gefertigt|produzier|handgemacht|von hand|genäht|~anbau|angebaut|gewachsen|wächst|geerntet|~handarbeit',
    th: 'ผลิต|ทำมือ|แฮนด์เมด|เย็บ|ปลูก|ทำใน|ทำที่|เมดอิน|ฝีมือ',
  },
  organic: {
    en: 'organic|no pesticides?|pesticide-free|without pesticides?',
    de: '~bio=|bio-|biologisch|aus bio|ohne pestizid|ungespritzt',
    th: 'ออร์แกนิก|ออร์แกนิค|ปลอดสารพิษ|อินทรีย์|ไม่ใช้ยาฆ่าแมลง|ไม่มีสารเคมี|ปลอดสาร',
  },
  vegan: {
    en: 'vegan|plant[- ]based|no animal|nothing (?:from|off) an animal|without animal|animal-free',
    de: 'vegan|pflanzlich|ohne tier|nichts vom tier|tierfrei|keine tierisch',
    th: 'วีแกน|จากพืช|ไม่มี…สัตว์|แพลนต์เบส|มังสวิรัติ|เจ(?:กิน|ทาน)|คนกินเจ',
  },
  animalTest: {
    en: 'cruelty[- ]free|tested on animals?|animal test|bunn(?:y|ies)',
    de: 'tierversuch|an tieren getestet|~versuchsfrei|häschen',
    th: 'ทดลองในสัตว์|ทดลองกับสัตว์|ทดสอบกับสัตว์|ทดสอบในสัตว์|ครูเอลตี้|ทารุณ',
  },
  scent: {
    en: 'fragranc|perfume|scent|smell|unscented',
    de: '~duft|parfüm|parfum|riech|geruch|~geruch|unparfümiert|müffel',
    th: 'น้ำหอม|กลิ่น|หอม',
  },
  sugar: { en: 'sugar|sweeten', de: '~zucker|gesüßt|~süßung', th: 'น้ำตาล' },
  lactose: {
    en: 'lactose|dairy|cow.s milk',
    de: '~laktose|~milchzucker|kuhmilch',
    th: 'แลคโตส|แล็กโทส|นมวัว',
  },
  gluten: { en: 'gluten|coeliac|celiac', de: '~gluten|zöliakie', th: 'กลูเตน' },
  grain: { en: 'grain|wheat|cereal', de: '~getreide|weizen', th: 'ธัญพืช|แป้งสาลี|ข้าวสาลี|เกรน' },
  alcohol: { en: 'alcohol', de: '~alkohol|promille', th: 'แอลกอฮอล์|เหล้า' },
  caffeine: { en: 'caffein|decaf', de: '~koffein|entkoffein', th: 'คาเฟอีน' },
  plastic: { en: 'plastic', de: '~plastik|~kunststoff', th: 'พลาสติก' },
  preservative: {
    en: 'preserv|additive',
    de: '~konservier|zusatzstoff',
    th: 'สารกันเสีย|สารกันบูด|วัตถุกันเสีย|พาราเบน',
  },
  silicone: { en: 'silicon', de: '~silikon', th: 'ซิลิโคน' },
  protein: { en: 'protein', de: '~protein|~eiweiß', th: 'โปรตีน' },
  calcium: { en: 'calcium', de: '~calcium|~kalzium', th: 'แคลเซียม' },
  natural: { en: 'natural', de: '~natürlich|natur=', th: 'ธรรมชาติ' },
  every: {
    en: 'every single|all of it|entire|complete|pure|nothing but|100 ?(?:%|percent)|only=|solely',
    de: 'jedes einzelne|jeder einzelne|komplett|vollständig|ausschließlich|reine|nichts anderes|100 prozent|hundert prozent|100 ?%|voller=|jeden cent',
    th: 'ล้วน|ทั้งหมด|แท้|ล้วนๆ|เต็มร้อย|ร้อยเปอร์เซ็นต์|100%|ทุกเมล็ด|ทุกชิ้น',
  },
  refill: {
    en: 'refill|top up|top …up|reus',
    de: '~nachfüll|wiederbefüll|auffüll|nachgefüllt|mehrweg|wiederverwend',
    th: 'รีฟิล|เติมได้|เติมใหม่|ใช้ซ้ำ|ชนิดเติม|ถุงเติม',
  },
  packaging: {
    en: 'packag|wrapp|box=|carton|tube|pouch|bag=|jar=|bottle',
    de: '~verpack|~karton|~schachtel|~tube=|~beutel|~packung|~päckchen|~flasche|~dose|~tiegel|~glas=',
    th: 'บรรจุภัณฑ์|แพ็กเกจจิ้ง|หีบห่อ|ขวด|หลอด|กระปุก',
  },
  compost: {
    en: 'compost|biodegrad|break[s]? down|rots?|decompos',
    de: '~kompost|~abbaubar|verrott|biomüll',
    th: 'ย่อยสลาย|ปุ๋ย|หมัก',
  },
  // Care and use.
  washable: {
    en: 'wash|laundry|laundered|in the machine|rinse',
    de: '~wasch|~wäsch|trommel',
    th: 'ซัก|ล้าง|เข้าเครื่อง|ถังปั่น|เครื่องซักผ้า|ปั่นได้',
  },
  machine: {
    en: 'machine|laundry|dishwasher',
    de: '~maschine|trommel|~spüler',
    th: 'เครื่อง|ถังปั่น',
  },
  softener: { en: 'softener', de: '~weichspül', th: 'ปรับผ้านุ่ม' },
  tumble: { en: 'tumble|dryer|drier', de: '~trockner', th: 'เครื่องอบ|อบผ้า|ปั่นแห้ง' },
  cover: {
    en: 'cover=|outer|outside layer|sleeve|case=|zip',
    de: '~bezug|~bezüge|~hülle|~überzug|reißverschluss',
    th: 'ปลอก|ผ้าหุ้ม|ผ้าคลุม|ปลอกหมอน',
  },
  replaceable: {
    en: 'replac|swap|new ones|spare|order new|change the',
    de: 'ersetz|austausch|ausgetauscht|~ersatz|wechsel|ausgewechselt|neue …(?:bestell|kauf|einsetz)|nachkauf',
    th: 'เปลี่ยนได้|เปลี่ยนใหม่|อะไหล่|เปลี่ยนเฉพาะ|ถอดเปลี่ยน|สั่งใหม่|ซื้อแยก',
  },
  separate: {
    en: 'separate|on (?:its|their) own|individual|just (?:order|buy|the|new)|instead of (?:binning|throwing|buying)|by itself',
    de: 'einzeln|separat|getrennt|extra|für sich',
    th: 'แยก|ต่างหาก|เฉพาะส่วน|ทีละ',
  },
  repair: { en: 'repair|fix=|fixed|mend', de: '~repar|flick|geflickt|heil=', th: 'ซ่อม|แก้ไข' },
  remove: {
    en: 'remov|take off|take …off|detach|zip',
    de: 'abnehm|abnahm|abzieh|herausnehm|rausnehm|ablösen',
    th: 'ถอด|แกะออก|เอาออก',
  },
  fold: {
    en: 'fold|collaps|flat=|packs? (?:down|small)',
    de: '~falt|zusammenklapp|~klapp|zusammenleg|zusammengeklappt',
    th: 'พับ|งอ|เก็บเล็ก',
  },
  shake: { en: 'shak|shook', de: 'schüttel|geschüttelt', th: 'เขย่า' },
  apply: {
    en: 'apply|applied|put (?:it |them |some )?on|slap|slather|rub|lather|smear|massag|spread|work it in|use[sd]?=',
    de: '~auftrag|aufgetragen|~eincrem|schmier|geschmiert|verteil|einmassier|anwend|angewend|einreib|nachleg|nachcrem|rein=|verwend',
    th: 'ทา(?:ซ้ำ|ก่อน|ให้|บาง|ทั่ว|หน้า|ลง|เพิ่ม|อีก|กัน|ทุก|ตัว|ได้)|ทา|ชโลม|โปะ|ลูบ|นวด|พ่น|ฉีด|เกลี่ย|ใช้(?!งาน|ได้|เวลา|แล้ว)',
  },
  again: {
    en: 'again|re-?appl|once more|another (?:layer|round|coat)|top(?:ped)? up|repeat|fresh layer',
    de: 'erneut|noch ?mal|nochmal|neu …(?:auftrag|aufgetragen|cremen|gecremt|eincremen)|nachcrem|nachleg|wiederhol|nachschmier|nachgecremt',
    th: 'ซ้ำ|อีกรอบ|อีกครั้ง|เติมกันแดด',
  },
  leaveIn: {
    en: 'leave (?:it |them )?(?:in|on)|leave …for|let it (?:sit|soak|work)|wait|sit for|soak|sinks? in',
    de: 'einwirk|einwirken|einzieh|wirken lassen|drin lassen|drauf lassen|drauflass|wart|ziehen lassen|zieh',
    th: 'ทิ้งไว้|หมักไว้|หมัก|รอ|พักไว้|โปะทิ้งไว้|แช่ไว้',
  },
  rinseOff: {
    en: 'rinse|wash …(?:out|off)',
    de: 'auswasch|ausspül|abwasch|abspül|ausgespült|ausgewaschen',
    th: 'ล้างออก|ล้างน้ำ|ล้างหน้า',
  },
  outdoors: {
    en: 'outdoor|outside|in the sun|under the sun|al fresco|at the beach|in the park',
    de: 'draußen|im freien|freibad|in der sonne|an der luft|am see|am strand|im park|im garten|biergarten',
    th: 'กลางแจ้ง|นอกบ้าน|ข้างนอก|กลางแดด|ตากแดด|เอาท์ดอร์|ทะเล|ชายหาด',
  },
  sunscreen: {
    en: 'sunscreen|sun cream|suncream|spf|sunblock|sun protect',
    de: '~sonnencreme|~sonnenschutz|lichtschutz|lsf|sonnenmilch',
    th: 'กันแดด|ครีมกันแดด|ซันสกรีน',
  },
  whiteCast: {
    en: 'white cast|ghost|chalky|ashy|white film|white streak|white residue|casper|grey(?:ish)? face|mime',
    de: '~weißel|weißeln|weiße[rn]? (?:film|schicht|rückst|streif|schleier)|gespenst|kalkig|geist=|wie ein geist',
    th: 'คราบขาว|หน้าวอก|วอก|ขาวลอย|หน้าลอย|ขาวเป็นแป้ง|หน้าเทา',
  },
  darkSkin: {
    en: 'dark(?:er)? (?:skin|complexion|tone)|deeper (?:skin|tone|than)|shades? deeper|brown skin|black skin|melanin|every skin tone|darker than',
    de: 'dunkle\\p{L}* (?:haut|teint|hauttyp)|dunkler\\p{L}* haut',
    th: 'ผิวเข้ม|ผิวคล้ำ|ผิวสีน้ำผึ้ง|สีน้ำผึ้ง|ผิวแทน',
  },
  greasy: {
    en: 'greas|oily|sticky|shiny|tacky',
    de: 'fett|~fettig|kleb|ölig|glänz',
    th: 'เหนอะ|มัน(?:เยิ้ม|วาว)|หนึบ|เหนียว',
  },
  sensitive: {
    en: 'sensitive|irritat|sting|burn|react|redness|eczema|allerg',
    de: 'empfindlich|rosazea|gereizt|~reiz|brenn|allerg|rötung|neurodermitis|zickt',
    th: 'ผิวแพ้ง่าย|แพ้ง่าย|บอบบาง|ระคายเคือง|แสบ|ผื่น|แพ้|ผิวแพ้|คัน',
  },
  tested: {
    en: 'tested|dermatolog|clinical|approved|certified|proven',
    de: '~getestet|dermatolog|klinisch|zertifizier|geprüft|hautarzt|hautärzt',
    th: 'ทดสอบ|แพทย์ผิวหนัง|รับรอง|ผ่านการ|หมอผิว',
  },
  waterproof: {
    en: 'water(?:proof|[- ]resist)|survives? (?:rain|water|the pool)|rain|splash|sweat(?:proof)?|swim|swam',
    de: '~wasserfest|wasserdicht|wasserabweis|wasserresist|~regen|schwimm|schweiß|spritz',
    th: 'กันน้ำ|กันเหงื่อ|กันฝน|ติดทน|ว่ายน้ำ|โดนน้ำ|ลุยฝน',
  },
  lasts: {
    en: 'last[s]?=|lasted|lasting|runs? for|keeps? going|got …(?:out|from)|holds?=|good for|still going|stays?=|get …out of',
    de: 'hält=|halten=|hielt|reicht|reichen|durchgehalten|läuft=|laufzeit|~haltbar|schafft',
    th: 'ใช้งานต่อเนื่อง|ใช้ได้นาน|อยู่ได้|ทน|นาน|เปิดเพลง|ใช้งานได้|ต่อเนื่อง|อึด|ติดทนนาน',
  },
  headphones: {
    en: 'headphone|earphone|earbud|ear ?buds',
    de: '~kopfhörer|ohrstöpsel|~hörer',
    th: 'หูฟัง|เฮดโฟน',
  },
  drink: { en: 'drink|sip|beverage', de: '~getränk|~drink|trink', th: 'เครื่องดื่ม|ดื่ม' },
  battery: {
    en: 'batter|charg|plug|power',
    de: '~akku|~batterie|auflad|aufgeladen|geladen|~ladung|laden=|ladekabel|ladezeit|steckdose|saft=',
    th: 'แบต|ชาร์จ|ชาร์ต',
  },
  wireless: {
    en: 'wireless|bluetooth|no (?:cable|wire|cord)',
    de: 'kabellos|bluetooth|ohne kabel|drahtlos',
    th: 'ไร้สาย|บลูทูธ',
  },
  quiet: {
    en: 'noise|cancell|silent|quiet|block[s]? out|shut[s]? out',
    de: '~geräusch|lärm|~leise|unterdrück|still=|ruhe=|ausgeblendet',
    th: 'ตัดเสียง|เสียงรบกวน|เงียบ|เก็บเสียง',
  },
  light: {
    en: 'weigh|lightweight|light=|gram',
    de: 'wieg|gewicht|leicht|feder|waage',
    th: 'หนัก|เบา|น้ำหนัก|ชั่ง',
  },
  runsSmall: {
    en: 'runs? small|size up|sized up|one size (?:up|bigger|larger)|tight|bigger size|half a size|a size (?:up|bigger)',
    de: 'klein aus|nummer größer|größer …bestell|größe …größer|klein geschnitten|knapp|eine größer|fällt …klein|sonst …(?:bestellt|genommen)|sonst trag',
    th: 'ไซซ์เล็ก|ไซส์เล็ก|เผื่อไซ[ซส]์?|บวกไซ[ซส]์?|ใหญ่ขึ้น|คับ|เผื่อเบอร์|เพิ่มไซ',
  },
  orderSize: { en: 'order|size|take', de: 'bestell|größe|nummer', th: 'ไซซ์|ไซส์|เบอร์' },
  sole: { en: 'sole', de: '~sohle', th: 'พื้นรองเท้า|พื้น' },
  upper: {
    en: 'upper|top part|top of the',
    de: '~obermaterial|oberteil|oberseite',
    th: 'ผ้าด้านบน|ส่วนบน|หน้าผ้า|อัปเปอร์',
  },
  nets: { en: 'net=|nets=', de: '~netz', th: 'อวน|ตาข่าย|แห' },
  fish: { en: 'fish', de: '~fisch|lachs', th: 'ปลา|ประมง' },
  shoes: {
    en: 'shoe|trainer|sneaker|runners=|pair=',
    de: '~schuh|~sneaker|treter|füß',
    th: 'รองเท้า',
  },
  running: {
    en: 'run|ran=|jog|mud|miles|marathon',
    de: 'lauf|~läuf|gelaufen|jogg|renn|~runde|matsch',
    th: 'วิ่ง|จ๊อก|มาราธอน',
  },
  used: {
    en: 'even (?:after|if|when)|already|used|worn|doesn.t matter if',
    de: 'auch wenn|auch nach|selbst wenn|selbst nach|benutzt|getragen|schon=|egal ob',
    th: 'แม้|ถึงจะ|ต่อให้|ใส่แล้ว|ใช้แล้ว|เลอะ|แกะแล้ว',
  },
  charger: {
    en: 'between charges|one charge|single charge|plugged …once|one plug|once and',
    de: 'pro ladung|einer ladung|eine ladung|einmal …(?:laden|geladen|aufgeladen)|ohne …(?:laden|ladekabel|aufzuladen)',
    th: 'ชาร์จครั้งเดียว|ชาร์จทีเดียว|ต่อการชาร์จ',
  },
  store: {
    en: 'store|keep|kept|fridge|refrigerat|chill|cool place|shelf|cupboard|cold',
    de: '~lager|aufbewahr|~kühl|gekühlt|schrank|kalt stell',
    th: 'เก็บ|แช่(?:เย็น)?|ตู้เย็น|วางไว้|อุณหภูมิห้อง|ชั้นวาง',
  },
  opened: {
    en: 'open(?:ed|ing)?=|unopen|crack …open|sealed',
    de: 'geöffnet|öffn|offen|angebroch|aufgemacht|anbruch|verschlossen|auf ist',
    th: 'เปิด(?:กล่อง|ขวด|แล้ว|ฝา)|แกะ|ยังไม่เปิด',
  },
  slowly: {
    en: 'slow|gradual|bit by bit|little by little|bit more|step by step|ease|easing|mix(?:ed|ing)? in',
    de: 'langsam|schrittweise|nach und nach|stück für stück|allmählich|immer (?:ein )?bisschen|untergemischt|untermisch|gewöhn|jeden tag …mehr',
    th: 'ค่อย ?ๆ|ทีละนิด|ทีละน้อย|ทีละหน่อย|เพิ่มทีละ|ค่อยๆ',
  },
  newOne: { en: 'new=', de: 'neue[nrsm]?=', th: 'ใหม่' },
  mix: {
    en: 'mix|blend|combine|stir',
    de: 'misch|~misch|untermeng|verrühr|rühr',
    th: 'ผสม|ปน|คน(?:ให้|ก่อน)|รวมกับ',
  },
  oldOne: {
    en: 'old food|usual|previous',
    de: 'bisherig|gewohnt|altes futter|alten futter',
    th: 'เดิม|ของเก่า|อันเก่า',
  },
  // People, pets, food.
  dog: { en: 'dog|pup|hound|doggo', de: '~hund|welpe|fellnase', th: 'สุนัข|หมา|น้องหมา|ตูบ' },
  cat: { en: 'cat=|cats|kitten|kitty', de: '~katze|kater=|mieze', th: 'แมว|เหมียว' },
  chicken: { en: 'chicken|poultry', de: '~huhn|~hühn|geflügel', th: 'ไก่|สัตว์ปีก' },
  food: {
    en: 'food|kibble|meal|dinner|bowl',
    de: '~futter|napf|fressen|mahlzeit|~essen',
    th: 'อาหาร|ข้าว|มื้อ|ชาม|ของกิน',
  },
  ingredient: {
    en: 'contain|ingredient|in (?:this|it)=|inside=|recipe',
    de: 'enthält|enthalten|zutat|inhaltsstoff|drin=|steckt|~zusatz|zugesetzt',
    th: 'ส่วนผสม|มีส่วน|ผสม|ใส่|เติม',
  },
  kids: {
    en: 'kid|child|toddler|nephew|niece|son=|daughter',
    de: '~kind=|~kinder|kids|neffe|nichte|sohn|tochter|enkel',
    th: 'เด็ก|ลูก(?:เรา|ชาย|สาว)?|หลาน',
  },
  ageFrom: {
    en: 'from age|age (?:of )?|aged?|years? old|from …up|and up|and over',
    de: 'ab …jahre|ab=|~alter',
    th: 'อายุ|ขวบ|ขึ้นไป',
  },
  players: {
    en: 'player|play|people',
    de: 'personen|spieler|mitspiel|zu (?:zweit|dritt|viert|fünft|sechst)|leute',
    th: 'ผู้เล่น|คนเล่น|เล่นได้|เล่น',
  },
  suitable: {
    en: 'suit|good for|works for|fine for|fine from|made for|fine=|meant for',
    de: 'geeignet|eignet|passt|klappt|spielbar|funktioniert',
    th: 'เหมาะ|ใช้ได้กับ|สำหรับ|เข้ากับ|ได้ตั้งแต่|เล่นได้',
  },
  duration: {
    en: 'takes?=|took|lasts?|over in|done in|long=|finished',
    de: 'dauer|gedauert|braucht|fertig|durch=|vorbei',
    th: 'ใช้เวลา|นาน|จบ|เสร็จ',
  },
  round: {
    en: 'round|game|match|session',
    de: '~partie|~runde|~spiel=|gezockt|zock|durchgang',
    th: 'เกม|ตา(?:ละ|นึง|หนึ่ง)|รอบ',
  },
  half: { en: 'half', de: 'halbe|hälfte', th: 'ครึ่ง' },
  vote: {
    en: 'together|everyone plays|cooperat|as a team|against the game',
    de: 'gemeinsam|kooperativ|miteinander|zusammen|gegen das spiel|als team',
    th: 'ร่วมมือ|ด้วยกัน|ทีมเดียว|ช่วยกัน',
  },
  rules: {
    en: 'rules|explain|learn|instructions',
    de: '~regel|~anleitung|erklär|kapier',
    th: 'กติกา|วิธีเล่น|สอน|เข้าใจ',
  },
  coffee: {
    en: 'coffee|beans?=|brew|latte|espresso',
    de: '~kaffee|~bohne|espresso|cappu',
    th: 'กาแฟ|เมล็ด|ดริป',
  },
  roast: { en: 'roast', de: '~röst|geröstet|trommel', th: 'คั่ว' },
  fresh: { en: 'fresh', de: '~frisch', th: 'สด' },
  dayBefore: {
    en: 'day before|next (?:morning|day)|following (?:morning|day)|day after|the (?:morning|day) after|within a day|same day',
    de: 'am tag (?:vorher|davor|zuvor)|tag vor|nächsten (?:tag|morgen)|tags darauf|am selben tag|am gleichen tag',
    th: 'วันก่อน|วันรุ่งขึ้น|วันต่อมา|วันถัดไป|เช้าวัน|วันเดียวกัน|ภายในวัน',
  },
  afterOrder: {
    en: 'after you order|once you order|to order|only (?:once|when|after)',
    de: 'nach der bestellung|nach bestell|erst wenn|erst …nach|erst=|auf bestellung',
    th: 'หลังสั่ง|หลังจากสั่ง|เมื่อสั่ง|พอสั่ง',
  },
  grind: { en: 'grind|ground|whole bean', de: 'mahlen|gemahlen|~mühle|mahlgrad', th: 'บด' },
  water: { en: 'water', de: '~wasser', th: 'น้ำ' },
  pour: { en: 'pour', de: 'gieß|goss|übergieß|aufgegossen|aufgieß|schütt', th: 'เท|ริน' },
  hot: { en: 'hot=|heat|boil|warm', de: '~heiß|koch|warm|erhitz', th: 'ร้อน|เดือด|อุ่น' },
  cold: { en: 'cold|ice=|iced|chill', de: '~kalt|eis=|~kühl', th: 'เย็น|น้ำแข็ง' },
  morning: {
    en: 'morning|breakfast|wake up',
    de: '~morgen|früh|~frühstück|morgens',
    th: 'เช้า|ตื่นนอน|มื้อเช้า',
  },
  evening: {
    en: 'evening|night|bed(?:time)?=|before (?:bed|sleep)',
    de: '~abend|~nacht|schlafengehen|vorm schlafen|bett=',
    th: 'เย็น|ก่อนนอน|กลางคืน|เข้านอน|ค่ำ',
  },
  sleep: { en: 'sleep|slept|nap=', de: '~schlaf|geschlafen|schläf|penn', th: 'นอน|หลับ' },
  mattress: { en: 'mattress|bed=', de: '~matratze|~bett', th: 'ที่นอน|ฟูก|เตียง' },
  hair: { en: 'hair|curl|strand', de: '~haar|locken|strähn|mähne', th: 'ผม|เส้นผม|ลอน' },
  skin: { en: 'skin|face|complexion', de: '~haut=|~gesicht|teint', th: 'ผิว|หน้า' },
  towel: { en: 'towel|damp', de: '~handtuch|feucht', th: 'ผ้าขนหนู|หมาด' },
  mask: { en: 'mask', de: '~maske|~kur=', th: 'มาสก์|มาส์ก' },
  // Apps and data.
  app: { en: 'app=|apps=', de: '~app=|~apps=', th: 'แอป|แอพ' },
  data: {
    en: 'data|details|information|what you (?:type|enter)',
    de: '~daten|~angaben|~eingaben|was ich …eintipp|eintipp',
    th: 'ข้อมูล|ดาต้า',
  },
  sell: {
    en: 'sell|sold=|pass(?:es|ed)? on|shar|hand(?:s|ed)? over|hand …over',
    de: 'verkauf|weitergeb|weitergegeben|verhöker|verscherbel|teil(?:t|en)=|weiterreich',
    th: 'ขาย|ส่งต่อ|เอาไปให้|แชร์|เปิดเผย',
  },
  thirdParty: {
    en: 'third part|anyone else|others|advertis|companies|strangers|outsiders',
    de: 'dritte|andere firmen|werbefirm|fremde',
    th: 'บุคคลที่สาม|คนอื่น|บริษัทอื่น|ใครอื่น|ให้ใคร',
  },
  ads: {
    en: 'ads?=|advert|commercial|pop[- ]?up|banner',
    de: '~werbung|~werbe|werbefrei|anzeigen|reklame|banner',
    th: 'โฆษณา|แอด|เด้ง',
  },
  offline: {
    en: 'offline|no (?:signal|internet|wifi|reception|service|data)|without (?:signal|internet|wifi|reception|data)|airplane mode|flight mode|dead zone',
    de: '~offline|ohne (?:internet|netz|empfang|wlan)|kein\\p{L}* (?:internet|netz|empfang|wlan)|flugmodus|funkloch',
    th: 'ออฟไลน์|ไม่มีเน็ต|ไม่มีสัญญาณ|ไม่ต้องใช้เน็ต|ไม่ต้องต่อเน็ต|ไม่ใช้เน็ต|โหมดเครื่องบิน|อับสัญญาณ|เน็ตหลุด|ไม่ต้องมีเน็ต',
  },
  encrypted: {
    en: 'encrypt|secur|lock(?:ed)?=',
    de: '~verschlüssel|sicher=|gesichert',
    th: 'เข้ารหัส|ปลอดภัย|ล็อก',
  },
  readOnly: {
    en: 'read[- ]only|only (?:look|read|see)|can.t (?:move|touch|spend|transfer)|just (?:look|read)',
    de: 'nur les|lesezugriff|nur gucken|nur anschauen|nicht überweis|nur-lese|nichts überweis|nur sehen',
    th: 'อ่านอย่างเดียว|ดูได้อย่างเดียว|อ่านได้อย่างเดียว|โอนไม่ได้|โอนเงินไม่ได้',
  },
  bank: { en: 'bank|account|balance', de: '~bank|~konto|~konten', th: 'ธนาคาร|แบงก์|แบงค์|บัญชี' },
  connect: {
    en: 'connect|link|sync|hook',
    de: '~verbind|verbunden|verknüpf|~anbindung|koppel|gekoppelt|synchron',
    th: 'เชื่อม|ผูก(?:บัญชี|บัตร)|ซิงค์|ซิงก์|ต่อกับ',
  },
  automatic: {
    en: 'automat|by itself|on its own|for you=|without me|for me=|itself=',
    de: '~automat|von selbst|von allein|selbstständig|für mich=|ganz allein',
    th: 'อัตโนมัติ|ให้เอง|เอง(?:เลย|หมด)|ออโต้',
  },
  category: {
    en: 'categor|sort|label|group',
    de: '~kategor|sortier|zugeordnet|zuordn|~ordnet',
    th: 'หมวด|จัดกลุ่ม|แยกประเภท',
  },
  receipt: { en: 'receipt', de: '~quittung|~kassenbon|bon=|bons=|beleg', th: 'ใบเสร็จ|บิล' },
  scan: { en: 'scan|photo|snap', de: '~scan|fotografier|abfotograf|knips', th: 'สแกน|ถ่ายรูป|ถ่าย' },
  shareFriends: { en: 'share|split', de: 'teil|aufteil|gemeinsam', th: 'แชร์|หาร|แบ่ง' },
  server: {
    en: 'server|stored|data cent',
    de: '~server|gespeichert|~speicher|rechenzentr|liegt …in|liegen …in',
    th: 'เซิร์ฟเวอร์|จัดเก็บ|เก็บข้อมูล',
  },
  germany: {
    en: 'german',
    de: '~deutsch|frankfurt|berlin|hamburg|münchen|köln|leipzig|nürnberg',
    th: 'เยอรมัน|เยอรมนี',
  },
  austria: {
    en: 'austria',
    de: '~österreich|tirol|steiermark|waldviertel|kärnten|burgenland|salzburg|vorarlberg',
    th: 'ออสเตรีย',
  },
  // Places, bikes, rooms.
  helmet: { en: 'helmet', de: '~helm=|~helme', th: 'หมวกกันน็อก|หมวกกันน็อค|หมวก' },
  rental: { en: 'rent|hire|borrow', de: '~miet|~leih|ausleih|geliehen', th: 'เช่า|ยืม' },
  bike: {
    en: 'bike|bicycle|ride',
    de: 'rad=|räder|~fahrrad|~fahrräder|leihrad|~bike',
    th: 'จักรยาน|ปั่น',
  },
  trip: {
    en: 'ride|trip|journey',
    de: '~fahrt|~tour|ausleih|strecke',
    th: 'ทริป|เที่ยว(?:ละ|แรก)|การเดินทาง|รอบ',
  },
  first: { en: 'first', de: 'erste[nrsm]?=', th: 'แรก' },
  station: {
    en: 'station|dock|rack',
    de: '~station|~feld=|~feldern|markier|~stellplatz',
    th: 'สถานี|จุดจอด|จุดคืน',
  },
  nationwide: {
    en: 'nationwide|anywhere in the country|whole country|all over the country',
    de: 'bundesweit|deutschlandweit|landesweit|überall in|ganz deutschland|österreichweit',
    th: 'ทั่วประเทศ|ทั่วไทย|ต่างจังหวัด|ทุกจังหวัด',
  },
  booking: { en: 'book|reserv', de: '~buch|~reserv|gebucht', th: 'จอง|สำรอง' },
  breakfast: { en: 'breakfast', de: '~frühstück', th: 'อาหารเช้า|มื้อเช้า' },
  pets: {
    en: 'pet[- ]friendly|pets? (?:are|allowed|welcome)|bring (?:your|the) dog|dogs? (?:are|allowed|welcome)',
    de: 'haustiere? (?:erlaubt|willkommen)|hunde? (?:erlaubt|willkommen|darf|dürfen|mit)',
    th: 'พาสัตว์เลี้ยง|พาหมา|พาน้อง|สัตว์เลี้ยง…ได้',
  },
  near: {
    en: 'minutes? (?:from|walk|away)|next to|around the corner|close to',
    de: 'minuten (?:von|zu|entfernt|bis)|neben|um die ecke|ums eck|direkt an',
    th: 'ใกล้|ติดกับ|เดิน…ถึง|ห่างจาก',
  },
  // Money once more, and what a thing needs and does.
  interest: { en: 'interest|apy=|apr=', de: '~zins|verzins', th: 'ดอกเบี้ย|ดอก(?=ปีละ|ละ| ?\\d)' },
  fee: {
    en: 'fee=|fees|surcharge|commission',
    de: '~gebühr|~entgelt|provision',
    th: 'ค่าธรรมเนียม|ค่าปรับ|ค่าบริการ',
  },
  deposit: { en: 'deposit', de: '~einlage|~guthaben|erspart', th: 'เงินฝาก|ยอดฝาก|ฝาก' },
  cash: {
    en: 'cash=|withdraw|atm',
    de: 'bargeld|geld abheb|geld abhol|abgehoben|geldautomat|geld …gezogen|~automaten',
    th: 'เงินสด|ถอน|ตู้เอทีเอ็ม|กดเงิน',
  },
  worldwide: {
    en: 'worldwide|abroad|foreign|anywhere in the world|overseas|in any country',
    de: 'weltweit|im ausland|auslands|überall|in jedem land|auf der ganzen welt',
    th: 'ทั่วโลก|ต่างประเทศ|ทุกประเทศ|เมืองนอก',
  },
  equipment: {
    en: 'equipment|dumbbell|gear=|weights=|gadgets?',
    de: 'equipment|~gerät|hantel|ausrüstung|zubehör',
    th: 'อุปกรณ์|ดัมเบล|เครื่องเล่น|เครื่องออกกำลัง',
  },
  needed: {
    en: 'need|require|necessary',
    de: 'nötig|benötig|brauch|notwendig|erforderlich',
    th: 'จำเป็น|ต้องมี|ต้องใช้',
  },
  changeTrains: {
    en: 'chang(?:e|ing) trains|transfer|direct=|non-?stop',
    de: 'umsteig|umgestieg|umzusteig|umstieg',
    th: 'ต่อเครื่อง|เปลี่ยนเครื่อง|ต่อรถ',
  },
  overnight: {
    en: 'overnight|by morning|while you sleep',
    de: 'über nacht|nachtzug|abends …morgens',
    th: 'ข้ามคืน|ค้างคืน',
  },
  stayOver: {
    en: 'stay(?:s|ed|ing)?=|overnight',
    de: 'übernacht|schlaf',
    th: 'เข้าพัก|มานอน|ค้างคืน|พักได้',
  },
  animals: {
    en: 'pets?=|dogs?=|cats?=',
    de: '~haustier|~hund|~katze',
    th: 'สัตว์เลี้ยง|น้องหมา|น้องแมว|หมา|แมว',
  },
  fromPrice: {
    en: 'starting (?:at|from)|from only|cheapest',
    de: 'schon ab|ab nur|günstigst|billigst',
    th: 'เริ่มต้น|ราคาเริ่ม|ถูกสุด|ถูกที่สุด',
  },
  airy: {
    en: 'breathab|airy|airflow|ventilat',
    de: 'atmungsaktiv|luftig|luftdurchläss',
    th: 'ระบายอากาศ|ลมผ่าน|ไม่อบ|โปร่ง',
  },
  atNight: {
    en: 'at night|in the dark|low light',
    de: 'nachts|bei nacht|im dunkeln|dämmer',
    th: 'กลางคืน|ที่มืด|ไฟสลัว|แสงน้อย',
  },
  sharp: { en: 'sharp|crisp', de: '~scharf|gestochen', th: 'คมชัด|ชัดกริบ|ชัดแจ๋ว|ชัดเจน|คมกริบ' },
  gentle: { en: 'gentle|mild=', de: 'sanft|mild=|milde', th: 'อ่อนโยน|ละมุน' },
  absorbs: { en: 'absorb|soaks? up', de: 'saugfähig|saugt|aufsaug', th: 'ซึมซับ|ดูดซับ' },
  dry: { en: 'dry=|drier', de: 'trocken', th: 'แห้ง' },
  size: { en: 'sizes?=', de: '~größen?=', th: 'ไซซ์|ไซส์|ไซ้ส์|ขนาด' },
  enough: {
    en: 'enough|all you need|all i need|that.s it=|goes a long way|(?:only|just|honestly) need',
    de: 'reicht|reichen|genügt|mehr brauch',
    th: 'เพียงพอ|ก็พอ|พอแล้ว|แค่นี้พอ',
  },
  oneHand: {
    en: 'one hand|one-handed|single hand|free hand',
    de: 'einer hand|einhändig',
    th: 'มือเดียว|ข้างเดียว',
  },
};

/** Ideas that say little by themselves. */
export const lightIdeas = new Set([
  'apply',
  'ingredient',
  'suitable',
  'madeOf',
  'lasts',
  'orderSize',
  'price',
  'buy',
  'used',
  'first',
  'ageFrom',
  'newOne',
  'discount',
  'available',
  'comesWith',
  // What the post is about anyway.
  'app',
  'shoes',
  'mattress',
  'coffee',
  'headphones',
  'drink',
  'food',
  'round',
  'bike',
  'sunscreen',
  'mask',
  'mix',
  'needed',
  'fromPrice',
  'size',
  'hair',
  'skin',
  'packaging',
]);

/** What is promised: a passage without the promise only shares the topic. */
export const promises = new Set([
  'free',
  'refund',
  'return',
  'guarantee',
  'cancel',
  'pause',
  'included',
  'donate',
  'recycled',
  'organic',
  'vegan',
  'animalTest',
  'refill',
  'compost',
  'washable',
  'replaceable',
  'fold',
  'again',
  'waterproof',
  'whiteCast',
  'wireless',
  'offline',
  'encrypted',
  'readOnly',
  'automatic',
  'nationwide',
  'limited',
  'runsSmall',
  'tested',
]);

/** Ideas that hold their own "no": the "no" in "no charge" denies nothing else. */
export const ideasSayingNo = new Set([
  'free',
  'offline',
  'readOnly',
  'wireless',
  'vegan',
  'organic',
  'every',
  'onlyHere',
]);
