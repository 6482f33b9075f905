// Questions that a creator's numbers raise, each with the numbers and the formula it comes from.
import type { Question } from '#shared/engagement/questions.ts';
import { type Asked, engagementWords, questionWords } from '#shared/words/engagement.ts';
import { useFormat, useReader, useWords } from './words.tsx';

export interface QuestionsProps {
  questions: Question[];
  name: string;
  timeZone: string;
}

export function Questions({ questions, name, timeZone }: QuestionsProps) {
  const w = useWords(engagementWords);
  const words = questionWords[useReader().locale];
  const asked = useAsked(name, timeZone);
  return (
    <ul className="flex flex-col gap-3">
      {questions.map((question) => {
        const { ask, why } = words[question.kind];
        const values = asked(question);
        return (
          <li key={ask(values)} className="rounded-2xl border border-line bg-raised p-4">
            <p className="max-w-prose text-17">{ask(values)}</p>
            <details className="max-w-prose text-15 text-muted">
              <summary className="flex min-h-11 items-center">{w.because}</summary>
              <p className="pb-1">{why(values)}</p>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

function useAsked(name: string, timeZone: string): (question: Question) => Asked {
  const format = useFormat();
  const { rate } = format;
  const whole = (number: number) => format.number(Math.round(number));
  const ratio = (number: number) => format.number(Number(number.toPrecision(2)));
  const nothing = { name, when: '', own: '', other: '', n: '', of: '', z: '' };
  return (question) => {
    switch (question.kind) {
      case 'follow-spike':
        return {
          ...nothing,
          // A day of the calendar, not a moment.
          when: format.date(`${question.day}T12:00:00Z`, 'UTC'),
          own: whole(question.count),
          other: whole(question.usual),
          n: whole(question.days),
          z: ratio(question.z),
        };
      case 'likes-even':
      case 'likes-bursty': {
        const { variation, mean, n } = question;
        return { ...nothing, own: format.percent(variation), other: whole(mean), n: whole(n) };
      }
      case 'comments-few':
      case 'comments-many':
      case 'reach-low':
      case 'reach-high': {
        const { own, others, n, of } = question;
        return { ...nothing, own: ratio(own), other: ratio(others), n: whole(n), of: whole(of) };
      }
      case 'shift-up':
      case 'shift-down': {
        const { at, before, after, n } = question;
        const when = format.date(at, timeZone);
        return { ...nothing, when, own: rate(after), other: rate(before), n: whole(n) };
      }
      case 'likes-above-reach': {
        const { at, likes, reach, n, of } = question;
        const when = format.date(at, timeZone);
        const counts = { n: whole(n), of: whole(of) };
        return { ...nothing, when, own: whole(likes), other: whole(reach), ...counts };
      }
      case 'paid-lower': {
        const { paid, organic, n, organicN } = question;
        const counts = { n: whole(n), of: whole(organicN) };
        return { ...nothing, own: rate(paid), other: rate(organic), ...counts };
      }
    }
  };
}
