// Where a post's idea stands, in one line: on the post, at home and in the list of posts.
import type { IdeaStage } from '../idea.ts';
import type { Side } from '../roles.ts';
import { type Locale, words } from './words.ts';

export const ideaStages = words({
  en: {
    'creator-not-begun': 'Your turn: the idea first',
    'creator-with-brand': (p: { brand: string }) => `Idea with ${p.brand}`,
    'creator-asked': 'Your turn: one question',
    'creator-go': 'Go for it. Your turn: write',
    'brand-not-begun': 'Idea comes first',
    'brand-with-brand': 'Your turn: an idea',
    'brand-asked': 'Idea: you asked a question',
    'brand-go': 'Idea: go for it',
  },
  th: {
    'creator-not-begun': 'ถึงตาคุณ: บอกไอเดียก่อน',
    'creator-with-brand': (p) => `ไอเดียอยู่ที่ ${p.brand}`,
    'creator-asked': 'ถึงตาคุณ: มีหนึ่งคำถาม',
    'creator-go': 'ลุยเลย ถึงตาคุณเขียน',
    'brand-not-begun': 'รอไอเดียก่อน',
    'brand-with-brand': 'ถึงตาคุณ: มีไอเดียมา',
    'brand-asked': 'ไอเดีย: ถามไปแล้ว',
    'brand-go': 'ไอเดีย: ลุยเลย',
  },
});

export function ideaStageWords(
  stage: Exclude<IdeaStage, 'writing'>,
  { side, brand, locale }: { side: Side; brand: string; locale: Locale },
): string {
  const word = ideaStages[locale][`${side}-${stage}`];
  return typeof word === 'string' ? word : word({ brand });
}
