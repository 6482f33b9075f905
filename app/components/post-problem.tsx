// Why something on the post page was refused, in words that fit the page.
import type { Problem as Trouble } from '#shared/errors.ts';
import { errors } from '#shared/words/errors.ts';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { Problem } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export function PostProblem({ problem }: { problem: Trouble | null }) {
  const say = useProblemWords();
  return problem && <Problem>{say(problem)}</Problem>;
}

export function useProblemWords(): (problem: Trouble) => string {
  const w = useWords(post);
  const say = useWords(suggestion);
  const general = errors[useReader().locale];
  return ({ code, field }) => {
    if (code === 'unavailable' && field === 'answer') return say.offline;
    if (code === 'content-changed') return field === 'words' ? say.changed : w.contentChanged;
    if (code === 'bad-input' && field === 'url') return w.badLink;
    if (code === 'bad-input' && field === 'parts') return w.sendEmpty;
    const { title, way } = general[code] ?? general.unknown;
    return `${title}. ${way}`;
  };
}
