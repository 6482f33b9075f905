// Which column of a table says what. Names of columns in the languages we have seen them in, and a
// guess for a table nobody knows; the creator corrects it.
import { countNames, type CountName } from './post.ts';

export const columnFields = [
  'date',
  'caption',
  'link',
  'id',
  'kind',
  ...countNames,
  'followers',
] as const;
export type ColumnField = (typeof columnFields)[number];
/** The place of each field's column, counted from 0. */
export type Columns = Partial<Record<ColumnField, number>>;

/** For comparing: letters and digits in small letters, with single spaces. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

// English as Meta, TikTok and YouTube write it; German and Portuguese as their documented exports do;
// French, Spanish and Thai as the apps' screens name the same figures.
const names: Record<ColumnField, readonly string[]> = {
  date: [
    'publish time',
    'post time',
    'video publish time',
    'published',
    'publish date',
    'date published',
    'posted at',
    'time',
    'date',
    'veröffentlichungszeitpunkt',
    'veröffentlicht am',
    'datum',
    'data de publicação',
    'horário da publicação',
    'data',
    'fecha de publicación',
    'hora de publicación',
    'fecha',
    'date de publication',
    'heure de publication',
    'วันที่โพสต์',
    'วันที่เผยแพร่',
    'วันที่',
  ],
  caption: [
    'description',
    'caption',
    'video title',
    'title',
    'text',
    'post',
    'beschreibung',
    'titel',
    'descrição',
    'legenda',
    'título',
    'descripción',
    'texto',
    'titre',
    'légende',
    'แคปชัน',
    'คำบรรยาย',
    'คำอธิบาย',
    'ชื่อวิดีโอ',
  ],
  link: ['permalink', 'video link', 'link', 'url', 'post url', 'enlace', 'lien', 'ลิงก์', 'ลิงค์'],
  id: ['post id', 'content', 'video id', 'beitrags id', 'id'],
  kind: [
    'post type',
    'type',
    'format',
    'beitragstyp',
    'typ',
    'tipo de post',
    'tipo',
    'type de publication',
    'ประเภท',
  ],
  likes: [
    'likes',
    'total likes',
    'reactions',
    'like count',
    'gefällt mir angaben',
    'gefällt mir',
    'curtidas',
    'me gusta',
    'j aime',
    'mentions j aime',
    'ถูกใจ',
    'ยอดไลก์',
    'ไลก์',
  ],
  comments: [
    'comments',
    'total comments',
    'comments added',
    'comment count',
    'kommentare',
    'comentários',
    'comentarios',
    'commentaires',
    'ความคิดเห็น',
    'คอมเมนต์',
  ],
  saves: [
    'saves',
    'saved',
    'add to favorites',
    'total bookmarks',
    'bookmarks',
    'gespeichert',
    'gespeicherte beiträge',
    'salvamentos',
    'itens salvos',
    'guardados',
    'enregistrements',
    'บันทึก',
    'ยอดบันทึก',
  ],
  shares: [
    'shares',
    'total shares',
    'share count',
    'geteilt',
    'geteilte inhalte',
    'compartilhamentos',
    'compartidos',
    'veces compartido',
    'partages',
    'แชร์',
    'ยอดแชร์',
  ],
  views: [
    'views',
    'total views',
    'video views',
    'plays',
    'impressions',
    'view count',
    'aufrufe',
    'impressionen',
    'visualizações',
    'impressões',
    'visualizaciones',
    'reproducciones',
    'impresiones',
    'vues',
    'ยอดดู',
    'ยอดวิว',
  ],
  reach: [
    'reach',
    'accounts reached',
    'reached',
    'reichweite',
    'erreichte konten',
    'alcance',
    'contas alcançadas',
    'cuentas alcanzadas',
    'comptes touchés',
    'couverture',
    'การเข้าถึง',
    'บัญชีที่เข้าถึง',
  ],
  followers: ['followers', 'follower', 'seguidores', 'abonnés', 'ผู้ติดตาม'],
};

/** The earlier a name stands in its list, the surer; each column says one thing. */
export function columnsOf(header: readonly string[]): Columns {
  const plain = header.map(plainName);
  const columns: Columns = {};
  const taken = new Set<number>();
  for (const field of columnFields) {
    const at = names[field].map((name) => plain.indexOf(name)).find((one) => one >= 0);
    if (at === undefined || taken.has(at)) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}

/** Which count an app's own name for it means, as in Instagram's insights; null for any other name. */
export function countNamed(name: string): CountName | null {
  const plain = plainName(name).replace(/^instagram /, '');
  return countNames.find((count) => names[count].includes(plain)) ?? null;
}

/** Views before impressions, where a file has both. */
export const rankOf = (count: CountName, name: string): number =>
  names[count].indexOf(plainName(name).replace(/^instagram /, ''));
