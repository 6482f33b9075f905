// The creator's own captions, the newest first, each with its way out.
import { Link, useFetcher } from '@remix-run/react';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { OwnVoice } from '#server/views/voice.ts';
import { myPage } from '#shared/words/my-page.ts';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './field.tsx';
import { Rows, Section } from './surface.tsx';
import { type VoiceAnswer, voiceProblem } from './voice-answer.ts';
import { startOf } from './voice-paste.tsx';
import { useFormat, useWords } from './words.tsx';

export function VoiceCaptions({ own, actor }: { own: OwnVoice; actor: string }) {
  const w = useWords(myPage);
  const format = useFormat();
  const fetcher = useFetcher<VoiceAnswer>();
  if (own.count === 0) return null;
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const remove = (id: string) =>
    fetcher.submit({ intent: 'remove', actor, id }, { method: 'post' });
  return (
    <Section
      title={w.listTitle({ n: format.number(own.count) })}
      action={<RemoveAll actor={actor} fetcher={fetcher} />}
    >
      {answer?.problem && <Problem>{voiceProblem(w, answer.problem)}</Problem>}
      <Rows>
        {own.captions.map(({ id, text, origin }) => (
          <li key={id} className="flex items-start gap-2 py-2 pr-2 pl-4">
            <div className="min-w-0 flex-1 py-1.5">
              <p className="line-clamp-3 text-15">{text}</p>
              {origin === 'published' && <p className="text-13 text-muted">{w.fromPost}</p>}
            </div>
            <IconButton label={w.removeOne({ start: startOf(text) })} onClick={() => remove(id)}>
              <X className="size-4.5" aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </Rows>
      {own.captions.length < own.count && (
        <Link
          to="?all"
          preventScrollReset
          className="mt-3 inline-flex min-h-11 items-center text-15 md:min-h-8"
        >
          {w.showAll}
        </Link>
      )}
    </Section>
  );
}

function RemoveAll({
  actor,
  fetcher,
}: {
  actor: string;
  fetcher: ReturnType<typeof useFetcher<VoiceAnswer>>;
}) {
  const w = useWords(myPage);
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={w.removeAllTitle}
      description={w.removeAllNote}
      trigger={<Button look="plain">{w.removeAll}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <div className="flex flex-wrap gap-3">
        <Button
          look="creator"
          onClick={() => {
            fetcher.submit({ intent: 'remove-all', actor }, { method: 'post' });
            setOpen(false);
          }}
        >
          {w.removeAll}
        </Button>
        <Button onClick={() => setOpen(false)}>{w.keep}</Button>
      </div>
    </Dialog>
  );
}
