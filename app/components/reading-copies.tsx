// Reading copies beside the post: translations by people, each with whose it is and whether the text
// has changed since. They are read only here and never touch the post.
import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { ReadingCopyView } from '#server/views/reading-copies.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { postLanguages } from '#shared/deliverable.ts';
import { namesFor } from '#shared/format.ts';
import { isEmptyPart, partText, type TextPart, textParts } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { readingCopy } from '#shared/words/reading-copy.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Select, TextArea } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { useReader, useWords } from './words.tsx';

const useLanguageName = () => namesFor(useReader().locale).language;

interface CopiesProps {
  page: OpenPost;
  actor: string;
  /** Of what the post says now; null until the live text is here. */
  contentId: string | null;
}

export default function ReadingCopies({ page, actor, contentId }: CopiesProps) {
  const w = useWords(readingCopy);
  const { sent, readingCopies, may } = page;
  if (!sent) return null;
  return (
    <div className="not-printed flex flex-col items-start gap-3 border-t border-line pt-4">
      {readingCopies.map((copy) => (
        <Copy
          key={copy.id}
          copy={copy}
          page={page}
          actor={actor}
          isOutdated={copy.contentId !== (contentId ?? sent.contentId)}
        />
      ))}
      {may.readingCopy && <WriteCopy page={page} actor={actor} label={w.write} first={null} />}
    </div>
  );
}

interface CopyProps {
  copy: ReadingCopyView;
  page: OpenPost;
  actor: string;
  isOutdated: boolean;
}

function Copy({ copy, page, actor, isOutdated }: CopyProps) {
  const w = useWords(readingCopy);
  const say = useWords(post);
  const language = useLanguageName()(copy.language);
  const remove = usePostAction(actor, 'reading-copy-remove');
  const { versionId, texts, author, n, edited } = copy;
  const about = [w.ofVersion({ n }), ...(edited ? [w.edited] : [])].join(', ');
  return (
    <details className="w-full rounded-2xl border border-line bg-raised px-4 py-1">
      <summary className="flex min-h-11 items-center text-15">
        <span>
          <span className="font-medium">{w.title({ language, name: author.name })}</span>
          <span className="text-13 text-muted"> · {about}</span>
          {isOutdated && <span className="text-13 font-semibold"> · {w.outdated}</span>}
        </span>
      </summary>
      <div className="flex flex-col items-start gap-3 pb-3">
        <p className="text-13 text-muted">
          {isOutdated && `${w.outdatedNote} `}
          {w.notThePost}
        </p>
        {textParts.map((part) =>
          texts[part] === undefined ? null : (
            <section key={part} lang={copy.language} className="flex flex-col gap-1">
              <h3 className="text-13 font-medium text-muted">{say[part]}</h3>
              <p className="text-17 break-words whitespace-pre-wrap">{texts[part]}</p>
            </section>
          ),
        )}
        {author.self && (
          <div className="flex flex-wrap gap-2">
            <WriteCopy
              page={page}
              actor={actor}
              label={versionId === page.sent?.id ? w.edit : w.writeAnew}
              first={copy}
            />
            <Button
              disabled={remove.isBusy}
              onClick={() => remove.run({ versionId, language: copy.language })}
            >
              {w.remove}
            </Button>
          </div>
        )}
        <PostProblem problem={remove.problem} />
      </div>
    </details>
  );
}

interface WriteProps {
  page: OpenPost;
  actor: string;
  label: string;
  /** What to begin with; the copy is always written for the version that was sent last. */
  first: ReadingCopyView | null;
}

function WriteCopy(props: WriteProps) {
  const w = useWords(readingCopy);
  const { page, label } = props;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={w.dialogTitle({ n: page.sent?.n ?? 1 })}
      description={w.notThePost}
      trigger={
        <Button>
          {props.first === null && <BookOpenText className="size-4" aria-hidden="true" />}
          {label}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
    >
      <CopyForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CopyForm({ page, actor, first, onDone }: WriteProps & { onDone(): void }) {
  const w = useWords(readingCopy);
  const say = useWords(post);
  const name = useLanguageName();
  const { locale } = useReader();
  const others = postLanguages.filter((one) => one !== page.deliverable.language);
  const usual = others.find((one) => one === locale) ?? others[0] ?? 'en';
  const [language, setLanguage] = useState<string>(first?.language ?? usual);
  const [texts, setTexts] = useState<Partial<Record<TextPart, string>>>(first?.texts ?? {});
  const write = usePostAction(actor, 'reading-copy-write', onDone);
  if (!page.sent) return null;
  const { id: versionId, form } = page.sent;
  const sent = partsOfForm(form);
  const parts = textParts.filter((part) => !isEmptyPart(sent, part));
  const isEmpty = Object.values(texts).every((text) => text.trim() === '');
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={w.language}
        value={language}
        disabled={first !== null}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      >
        {others.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </Select>
      {parts.map((part) => (
        <div key={part} className="flex flex-col gap-2">
          <details open={parts.length === 1}>
            <summary className="flex min-h-11 items-center text-13 text-muted">
              {w.original}: {say[part]}
            </summary>
            <p
              lang={page.deliverable.language}
              className="max-h-48 overflow-y-auto rounded-xl border border-line p-3 text-15 break-words whitespace-pre-wrap"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              {partText(sent, part)}
            </p>
          </details>
          <TextArea
            label={w.textIn({ part: say[part], language: name(language) })}
            lang={language}
            rows={5}
            maxLength={20_000}
            value={texts[part] ?? ''}
            onChange={(event) => setTexts({ ...texts, [part]: event.currentTarget.value })}
          />
        </div>
      ))}
      <PostProblem problem={write.problem} />
      <Button
        look={page.side}
        className="self-start"
        disabled={isEmpty || write.isBusy}
        onClick={() => write.run({ versionId, language, texts })}
      >
        {w.save}
      </Button>
    </div>
  );
}
