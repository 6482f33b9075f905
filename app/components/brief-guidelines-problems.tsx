// What is still missing in the guidelines, each a way to its block.
import type * as Y from 'yjs';
import { blocksOf } from '#shared/blocks.ts';
import type { FieldKind } from '#shared/fields.ts';
import { type GuidelinesProblem, guidelinesFragment } from '#shared/guidelines.ts';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import type { Locale } from '#shared/words/words.ts';
import { useWords } from './words.tsx';

interface ProblemListProps {
  problems: GuidelinesProblem[];
  onGo(problem: GuidelinesProblem): void;
}

export function ProblemList({ problems, onGo }: ProblemListProps) {
  const wordsOf = useProblemWords();
  return (
    <ul className="flex flex-col">
      {problems.map((problem, index) => (
        <li key={`${problem.kind}${index}`}>
          <button
            type="button"
            onClick={() => onGo(problem)}
            className="flex min-h-11 w-full items-center rounded-lg py-1.5 text-left text-15 break-words text-ink underline decoration-edge hover:decoration-ink md:min-h-8"
          >
            {wordsOf(problem)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function useProblemWords(): (problem: GuidelinesProblem) => string {
  const w = useWords(guidelinesPage);
  const names = useWords(editor);
  const languages: Record<Locale, string> = { en: w.english, th: w.thai };
  return (problem) => {
    switch (problem.kind) {
      case 'missing':
        return w.missing({ field: names[problem.field] });
      case 'doubled':
        return w.doubled({ field: names[problem.field] });
      case 'misplaced':
        return w.misplaced({ words: shortened(problem.words) });
      case 'doubled-id':
        return w.doubledId;
      case 'no-id':
        return w.noId({ field: names[problem.field] });
      case 'core-empty':
        return w.coreEmpty;
      case 'core-too-long':
        return w.coreTooLong({ ...problem, language: languages[problem.lang] });
      case 'points-few':
        return w.pointsFew;
      case 'points-many':
        return w.pointsMany(problem);
      case 'point-empty':
        return w.pointEmpty;
      case 'language-missing':
        return w.languageMissing({
          field: names[problem.field],
          language: languages[problem.lang],
        });
      case 'evidence-missing':
        return w.evidenceMissing;
    }
  };
}

const maxShown = 40;
const shortened = (words: string) =>
  words.length > maxShown ? `${words.slice(0, maxShown)}…` : words;

interface Target {
  field: FieldKind | null;
  pointId: string | null;
  lang: Locale | null;
}

function targetOf(problem: GuidelinesProblem): Target {
  const field = 'field' in problem ? problem.field : null;
  const pointId = 'pointId' in problem ? problem.pointId : null;
  const lang = 'lang' in problem ? problem.lang : null;
  if (problem.kind.startsWith('core')) return { field: 'core', pointId, lang };
  const inPoints = pointId !== null || problem.kind.startsWith('points');
  return { field: inPoints ? 'points' : field, pointId, lang };
}

/** Puts the caret where the problem is: the block's first line, in its language. */
export function focusProblem(problem: GuidelinesProblem, doc: Y.Doc): void {
  const { field, pointId, lang } = targetOf(problem);
  const root = document.querySelector<HTMLElement>('.guidelines-editor [contenteditable]');
  const section = field && root?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const point = pointId && section?.querySelectorAll('.point')[pointIndex(doc, pointId)];
  const block = point || section || root;
  const text = (lang && block?.querySelector(`[lang="${lang}"]`)) || block;
  const line = text?.querySelector('p') ?? text;
  if (!root || !line) return;
  line.scrollIntoView({ block: 'center' });
  root.focus({ preventScroll: true });
  window.getSelection()?.collapse(line, line.childNodes.length);
}

function pointIndex(doc: Y.Doc, pointId: string): number {
  const field = blocksOf(guidelinesFragment(doc)).find(
    (block) => block.attrs?.['field'] === 'points',
  );
  const points = (field?.content ?? []).filter((block) => block.type === 'point');
  return points.findIndex((block) => block.attrs?.['id'] === pointId);
}
