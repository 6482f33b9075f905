// The two questions of the strip: what a picture shows, and where something lies that is not uploaded.
import { type FormEvent, useState } from 'react';
import { mediaLink, previewUrl } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field, TextArea } from './field.tsx';
import { useWords } from './words.tsx';

/** Platforms take from 100 to 1000 characters and say so themselves; this bounds what is kept. */
const maxAltLength = 1000;

export type Asking = { what: 'nothing' } | { what: 'alt'; medium: Medium } | { what: 'link' };

interface MediaDialogsProps {
  asking: Asking;
  onAlt(id: string, alt: string): void;
  onLink(link: string): void;
  onClose(): void;
}

export default function MediaDialogs({ asking, onAlt, onLink, onClose }: MediaDialogsProps) {
  const medium = asking.what === 'alt' ? asking.medium : null;
  return (
    <>
      <AltDialog
        medium={medium}
        onClose={onClose}
        onSave={(alt) => medium && onAlt(medium.id, alt)}
      />
      <LinkDialog open={asking.what === 'link'} onClose={onClose} onSave={onLink} />
    </>
  );
}

interface AltDialogProps {
  medium: Medium | null;
  onSave(alt: string): void;
  onClose(): void;
}

function AltDialog({ medium, onSave, onClose }: AltDialogProps) {
  const w = useWords(mediaWords);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(textIn(event.currentTarget, 'alt'));
    onClose();
  };
  return (
    <Dialog
      open={medium !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={w.altTitle}
      description={w.altWhy}
    >
      <form className="flex flex-col gap-4" onSubmit={save}>
        {medium?.kind === 'image' && medium.file && (
          <img
            src={previewUrl(medium.file)}
            alt=""
            className="max-h-40 self-start rounded-xl border border-line"
          />
        )}
        <TextArea
          label={w.altLabel}
          hint={w.altExample}
          name="alt"
          maxLength={maxAltLength}
          defaultValue={medium?.alt ?? ''}
        />
        <Button type="submit" look="creator" className="md:self-end">
          {w.altSave}
        </Button>
      </form>
    </Dialog>
  );
}

interface LinkDialogProps {
  open: boolean;
  onSave(link: string): void;
  onClose(): void;
}

function LinkDialog({ open, onSave, onClose }: LinkDialogProps) {
  const w = useWords(mediaWords);
  const [isWrong, setWrong] = useState(false);
  const close = () => {
    setWrong(false);
    onClose();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const link = mediaLink(textIn(event.currentTarget, 'link'));
    if (link === null) return setWrong(true);
    onSave(link);
    close();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && close()}
      title={w.linkTitle}
      description={w.linkWhy}
    >
      <form className="flex flex-col gap-4" onSubmit={save} noValidate>
        <Field
          label={w.linkLabel}
          error={isWrong ? w.linkWrong : null}
          name="link"
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
        />
        <Button type="submit" look="creator" className="md:self-end">
          {w.linkSave}
        </Button>
      </form>
    </Dialog>
  );
}

function textIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
