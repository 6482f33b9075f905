// Posting day: copy the words, save the pictures in order, open the app, bring back the link.
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { downloadUrl } from '#shared/media.ts';
import { type PartKind, partText } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { MediumReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export interface PublishProps {
  page: OpenPost;
  actor: string;
  kinds: readonly PartKind[];
  open: boolean;
  onOpenChange(open: boolean): void;
}

const copied = ['title', 'caption', 'firstComment'] as const;

export function PublishDialog({ page, actor, kinds, open, onOpenChange }: PublishProps) {
  const w = useWords(post);
  const [url, setUrl] = useState('');
  const publish = usePostAction(actor, 'publish', () => onOpenChange(false));
  if (!page.sent) return null;
  // Both approved exactly this; what the document says by now is another matter.
  const parts = partsOfForm(page.sent.form);
  const texts = copied.filter((part) => kinds.includes(part) && partText(parts, part) !== '');
  return (
    <Dialog
      title={w.postingTitle}
      description={w.postingSteps}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap gap-2">
          {texts.map((part) => (
            <CopyButton
              key={part}
              text={partText(parts, part)}
              label={part === 'caption' ? w.copyCaption : w.copyPart({ part: w[part] })}
            />
          ))}
        </div>
        {parts.media.length > 0 && (
          <ol className="flex flex-wrap gap-3" aria-label={w.saveMedia}>
            {parts.media.map((medium) => (
              <li key={medium.id} className="flex flex-col items-start gap-1">
                <MediumReading medium={medium} />
                {medium.file && (
                  <a
                    href={downloadUrl(medium.file)}
                    download
                    className="inline-flex min-h-11 items-center gap-1.5 text-13"
                  >
                    <Download className="size-4" aria-hidden="true" />
                    {w.saveMedia}
                  </a>
                )}
              </li>
            ))}
          </ol>
        )}
        <Field
          label={w.publishedLink}
          type="url"
          inputMode="url"
          placeholder={w.publishedLinkHint}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <PostProblem problem={publish.problem} />
        <Button
          look="creator"
          disabled={!url.trim() || publish.isBusy}
          onClick={() => publish.run({ url })}
        >
          {w.recordLink}
        </Button>
      </div>
    </Dialog>
  );
}
