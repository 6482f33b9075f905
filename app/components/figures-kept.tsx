// What is kept: the posts, each paid for or not, and the files they came from, each with its way out.
import { Link } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ask } from '#app/imports/asking.ts';
import type { OwnFigures, OwnImport, OwnPost } from '#server/views/imports.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { platformName } from '#shared/words/platforms.ts';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Choice, Problem } from './field.tsx';
import { useCounts, useDay, useKindName } from './figures-words.ts';
import { Rows, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export function FiguresPosts({ own, actor }: { own: OwnFigures; actor: string }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  if (own.count === 0) return null;
  const more = Math.min(own.count, 300);
  return (
    <Section title={w.postsTitle({ n: format.number(own.count) })}>
      <Rows>
        {own.posts.map((post) => (
          <PostRow key={post.id} post={post} actor={actor} />
        ))}
      </Rows>
      {own.posts.length < more && (
        <Link
          to="?all"
          preventScrollReset
          className="mt-3 inline-flex min-h-11 items-center text-15 md:min-h-8"
        >
          {w.showAll({ n: format.number(more) })}
        </Link>
      )}
    </Section>
  );
}

function PostRow({ post, actor }: { post: OwnPost; actor: string }) {
  const w = useWords(figuresPage);
  const day = useDay();
  const kindName = useKindName();
  const counts = useCounts(w);
  const [asked, setAsked] = useState<boolean | null>(null);
  const [isFailed, setFailed] = useState(false);

  async function mark(sponsored: boolean): Promise<void> {
    setAsked(sponsored);
    const done = await ask(actor, 'paid', { postId: post.id, sponsored });
    setFailed(!done.ok);
  }

  const isPaid = asked ?? post.isPaid;
  const start = Array.from(post.caption || day(post.at))
    .slice(0, 60)
    .join('');
  return (
    <li className="flex flex-col gap-x-4 px-4 py-2.5 md:flex-row md:items-center">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 text-15">{post.caption || w.noCaption}</p>
        <p className="text-13 text-muted">
          {`${day(post.at)} · ${platformName(post.platform)} · ${kindName(post.kind)}`}
        </p>
        <p className="text-13 text-muted">{counts(post)}</p>
        {isFailed && <Problem>{w.keepFailed}</Problem>}
      </div>
      <Choice
        type="checkbox"
        label={w.paidFor}
        hint={post.saysPaid ? w.saysAd : undefined}
        aria-label={w.paidForPost({ start })}
        checked={isPaid}
        onChange={({ currentTarget }) => void mark(currentTarget.checked)}
      />
    </li>
  );
}

export function FiguresImports({ own, actor }: { own: OwnFigures; actor: string }) {
  const w = useWords(figuresPage);
  if (own.imports.length === 0) return null;
  return (
    <Section title={w.importsTitle}>
      <Rows>
        {own.imports.map((file) => (
          <ImportRow key={file.id} file={file} actor={actor} />
        ))}
      </Rows>
    </Section>
  );
}

function ImportRow({ file, actor }: { file: OwnImport; actor: string }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const day = useDay();
  const kept = file.kept > 0 ? w.importKept({ n: format.number(file.kept) }) : w.importOver;
  const left = file.skipped > 0 ? w.importLeft({ n: format.number(file.skipped) }) : '';
  return (
    <li className="flex items-center gap-2 py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <p className="text-15 break-words">{file.fileName}</p>
        <p className="text-13 text-muted">
          {[w[`format-${file.format}`], day(file.at), kept, left].filter(Boolean).join(' · ')}
        </p>
      </div>
      <RemoveImport file={file} actor={actor} />
    </li>
  );
}

function RemoveImport({ file, actor }: { file: OwnImport; actor: string }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const name = file.fileName;

  async function remove(): Promise<void> {
    const done = await ask(actor, 'remove', { importId: file.id });
    setFailed(!done.ok);
    if (done.ok) setOpen(false);
  }

  return (
    <Dialog
      title={w.removeTitle({ name })}
      description={w.removeNote({ n: format.number(file.kept) })}
      trigger={
        <IconButton label={w.removeOne({ name })}>
          <Trash2 className="size-4.5" aria-hidden="true" />
        </IconButton>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-wrap gap-3">
        {isFailed && <Problem>{w.keepFailed}</Problem>}
        <Button look="creator" onClick={() => void remove()}>
          {w.remove}
        </Button>
        <Button onClick={() => setOpen(false)}>{w.removeKeep}</Button>
      </div>
    </Dialog>
  );
}
