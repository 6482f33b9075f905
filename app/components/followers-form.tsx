// The creator's own follower list, chosen and scrambled here: what the form sends are hashes. Names are
// read in slices, so that a phone stays awake while it works.
import { Form } from '@remix-run/react';
import { useId, useState } from 'react';
import { followerNames, hashFollower, maxFollowers, packHashes } from '#shared/overlap.ts';
import { overlap as words } from '#shared/words/overlap.ts';
import { Button } from './button.tsx';
import { Problem } from './field.tsx';
import { Progress } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

type Scrambling =
  | { phase: 'choose' }
  | { phase: 'working'; share: number }
  | { phase: 'ready'; count: number; hashes: string }
  | { phase: 'wrong-file' }
  | { phase: 'too-many' };

export interface FollowersFormProps {
  round: { id: string; salt: string };
  brandName: string;
  isSent: boolean;
}

export function FollowersForm({ round, brandName, isSent }: FollowersFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const [state, setState] = useState<Scrambling>({ phase: 'choose' });
  const choose = (files: FileList | null) => {
    if (files && files.length > 0) void scramble([...files], round.salt, setState);
  };
  return (
    <div className="flex flex-col gap-4">
      {state.phase === 'wrong-file' && <Problem>{w.wrongFile}</Problem>}
      {state.phase === 'too-many' && (
        <Problem>{w.tooMany({ count: format.number(maxFollowers) })}</Problem>
      )}
      <FileField
        label={state.phase === 'ready' || isSent ? w.chooseAgain : w.choose}
        isFilled={state.phase !== 'ready' && !isSent}
        onFiles={choose}
      />
      {state.phase === 'working' && (
        <div className="flex flex-col gap-2">
          <p className="text-15 text-muted">{w.scrambling}</p>
          <Progress value={state.share} label={w.scrambling} />
        </div>
      )}
      {state.phase === 'ready' && (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="roundId" value={round.id} />
          <input type="hidden" name="hashes" value={state.hashes} />
          <output className="text-15 text-ink">
            {w.ready({ count: format.number(state.count) })}
          </output>
          <Button type="submit" name="intent" value="send-followers" look="creator">
            {w.send({ brand: brandName })}
          </Button>
        </Form>
      )}
      <details className="text-15">
        <summary className="min-h-11 cursor-pointer py-2.5 text-ink">{w.how}</summary>
        <p className="text-muted">{w.howSteps}</p>
      </details>
    </div>
  );
}

interface FileFieldProps {
  label: string;
  isFilled: boolean;
  onFiles(files: FileList | null): void;
}

/** A label that looks like the button it is, around the field that opens the phone's own chooser. */
function FileField({ label, isFilled, onFiles }: FileFieldProps) {
  const id = useId();
  const look = isFilled
    ? 'bg-creator text-paper hover:bg-creator/90'
    : 'border border-edge bg-raised text-ink hover:border-ink';
  return (
    <div className="flex">
      <input
        id={id}
        type="file"
        multiple
        accept=".json,application/json"
        className="peer sr-only"
        onChange={(event) => onFiles(event.currentTarget.files)}
      />
      <label
        htmlFor={id}
        className={`inline-flex min-h-11 cursor-pointer items-center rounded-xl px-4 text-15 font-semibold peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink ${look}`}
      >
        {label}
      </label>
    </div>
  );
}

const slice = 2_000;
const nextFrame = () => new Promise((resolve) => setTimeout(resolve));

async function scramble(
  files: File[],
  salt: string,
  show: (state: Scrambling) => void,
): Promise<void> {
  show({ phase: 'working', share: 0 });
  const names = new Set<string>();
  for (const file of files) {
    const read = followerNames(await file.text());
    if (!read.ok) return show({ phase: 'wrong-file' });
    for (const name of read.value) names.add(name);
  }
  if (names.size > maxFollowers) return show({ phase: 'too-many' });
  const hashes: bigint[] = [];
  for (const name of names) {
    hashes.push(hashFollower(salt, name));
    if (hashes.length % slice !== 0) continue;
    show({ phase: 'working', share: hashes.length / names.size });
    await nextFrame();
  }
  show({ phase: 'ready', count: hashes.length, hashes: base64(packHashes(hashes)) });
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}
