// What went wrong with a form of a deal, a delivery or a shoot day, in words: beside the field where
// it is the field's, in a box where it is the whole form's.
import { deal } from '#shared/words/deal.ts';
import { errors } from '#shared/words/errors.ts';
import type { Trouble } from './brief-problems.ts';
import { useReader, useWords } from './words.tsx';

const fieldWords = {
  address: 'wrongAddress',
  variant: 'wrongVariant',
  carrier: 'wrongCarrier',
  tracking: 'wrongTracking',
  link: 'wrongLink',
  exclusivity: 'wrongExclusivity',
  place: 'wrongPlace',
  day: 'wrongDay',
  hours: 'wrongHours',
  paidOn: 'wrongPaidOn',
  handle: 'wrongLine',
  phone: 'wrongPhone',
  fee: 'wrongLine',
  product: 'wrongLine',
  code: 'wrongLine',
  rights: 'wrongLine',
  payment: 'wrongLine',
} as const;

const hasWords = (field: string): field is keyof typeof fieldWords =>
  Object.hasOwn(fieldWords, field);

export function useTrouble(problem: Trouble | null | undefined): {
  of(field: string): string | undefined;
  /** Of the whole form. */
  whole: string | null;
} {
  const w = useWords(deal);
  const { locale } = useReader();
  const own = problem?.code === 'bad-input' ? (problem.field ?? '') : '';
  return {
    of: (field) => (own === field && hasWords(field) ? w[fieldWords[field]] : undefined),
    whole: problem && !hasWords(own) ? wholeWords(problem, w, locale) : null,
  };
}

function wholeWords(problem: Trouble, w: (typeof deal)['en'], locale: keyof typeof errors): string {
  const own: Partial<Record<Trouble['code'], string>> = {
    'bad-input': w.wrong,
    conflict: w.faster,
    'content-changed': w.changedMeanwhile,
    'not-now': w.notNow,
    'file-type': w.wrongFile,
    'too-large': w.tooLarge,
  };
  const table = errors[locale];
  return own[problem.code] ?? (table[problem.code] ?? table.unknown).title;
}
