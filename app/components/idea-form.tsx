// The creator's idea on its way: a few lines, the point they carry, a picture. Kept in this tab until
// it is sent; nobody else sees it before.
import { ImagePlus, Lightbulb, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { graphemeCount } from '#shared/graphemes.ts';
import { maxIdeaLength } from '#shared/idea.ts';
import { pickerAccept, previewUrl } from '#shared/media.ts';
import { idea as ideaWords } from '#shared/words/idea.ts';
import { Button, IconButton } from './button.tsx';
import { Select, TextArea } from './field.tsx';
import { FailedFile, SendingTile } from './pending-tile.tsx';
import { usePostAction } from './post-action.ts';
import { textIn, useReadingOrder } from './post-guidelines.tsx';
import type { IdeaProps, SentIdea } from './post-idea.tsx';
import { PostProblem } from './post-problem.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useUploads } from './use-uploads.ts';
import { useWords } from './words.tsx';

interface IdeaFormProps extends IdeaProps {
  /** What was sent before, to go on from. */
  last: SentIdea | null;
}

export function IdeaForm({ page, actor, last }: IdeaFormProps) {
  const w = useWords(ideaWords);
  const key = `idea/${page.id}/${last?.id ?? ''}`;
  const [text, setText] = useKeptText(key, last?.text);
  const [pointId, setPointId] = useKeptText(`${key}/point`, last?.pointId ?? '');
  const [picture, setPicture] = useKeptText(`${key}/picture`, last?.picture ?? '');
  const [wasEmpty, setWasEmpty] = useState(false);
  const send = usePostAction(actor, 'idea-send', () => {
    setText(last?.text ?? '');
    setPointId(last?.pointId ?? '');
    setPicture(last?.picture ?? '');
  });
  const count = graphemeCount(text.trim());
  const over = count - maxIdeaLength;
  const error = over > 0 ? w.tooLong({ count: over }) : wasEmpty && count === 0 ? w.empty : null;

  function onSend() {
    setWasEmpty(count === 0);
    if (count === 0 || over > 0) return;
    send.run({ text, pointId: pointId || null, picture: picture || null });
  }

  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={w.label}
        placeholder={w.placeholder}
        rows={4}
        value={text}
        error={error}
        hint={w.count({ count, max: maxIdeaLength })}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PointChoice page={page} value={pointId} onChange={setPointId} />
      <Picture draftId={page.id} hash={picture} onPicture={setPicture} />
      <PostProblem problem={send.problem} />
      <Button look="creator" className="self-start" disabled={send.isBusy} onClick={onSend}>
        <Lightbulb className="size-4" aria-hidden="true" />
        {last ? w.sendAnswer : w.send}
      </Button>
    </div>
  );
}

interface PointChoiceProps {
  page: IdeaProps['page'];
  value: string;
  onChange(pointId: string): void;
}

function PointChoice({ page, value, onChange }: PointChoiceProps) {
  const w = useWords(ideaWords);
  const order = useReadingOrder(page);
  const points = page.guidelines?.structure.points ?? [];
  if (points.length === 0) return null;
  // A point that is gone since it was chosen is none.
  const chosen = points.some(({ id }) => id === value) ? value : '';
  return (
    <Select
      label={w.point}
      value={chosen}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{w.noPoint}</option>
      {points.map(({ id, text }, index) => (
        <option key={id} value={id}>
          {index + 1} · {textIn(text, order)}
        </option>
      ))}
    </Select>
  );
}

const images = pickerAccept
  .split(',')
  .filter((type) => type.startsWith('image/') || /heic|heif/.test(type))
  .join(',');

interface PictureProps {
  draftId: string;
  hash: string;
  onPicture(hash: string): void;
}

/** One picture, by the same way into the draft's files as those of the post. */
export function Picture({ draftId, hash, onPicture }: PictureProps) {
  const w = useWords(ideaWords);
  const picker = useRef<HTMLInputElement>(null);
  const { pending, add, retry, discard } = useUploads({ kind: 'draft', id: draftId }, (file) =>
    onPicture(file.hash),
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap items-end gap-3">
        {hash && (
          <span className="relative">
            <img
              src={previewUrl(hash)}
              alt={w.picture}
              className="h-[130px] max-w-60 rounded-xl border border-line object-cover"
            />
            <IconButton
              label={w.removePicture}
              className="absolute top-0 right-0 bg-raised/90"
              onClick={() => onPicture('')}
            >
              <X className="size-4" aria-hidden="true" />
            </IconButton>
          </span>
        )}
        <ul className="contents">
          {pending.map((one) => (
            <SendingTile key={one.id} pending={one} onCancel={() => discard(one.id)} />
          ))}
        </ul>
        <Button onClick={() => picker.current?.click()}>
          <ImagePlus className="size-4" aria-hidden="true" />
          {hash ? w.otherPicture : w.addPicture}
        </Button>
      </div>
      {pending.map((one) => (
        <FailedFile
          key={one.id}
          pending={one}
          onRetry={() => retry(one.id)}
          onDiscard={() => discard(one.id)}
        />
      ))}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={w.addPicture}
        accept={images}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])].slice(0, 1));
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
