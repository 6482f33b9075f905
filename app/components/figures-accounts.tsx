// A creator's accounts as their files name them, and how many follow each now: rates need it, and
// files rarely tell.
import { useState } from 'react';
import { ask } from '#app/imports/asking.ts';
import { Done } from '#app/entrance/done.tsx';
import type { OwnFigures } from '#server/views/imports.ts';
import { readFollowers } from '#shared/figures.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { platformName } from '#shared/words/platforms.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Section } from './surface.tsx';
import { useWords } from './words.tsx';

export function FiguresAccounts({ own, actor }: { own: OwnFigures; actor: string }) {
  const w = useWords(figuresPage);
  if (own.channels.length === 0) return null;
  return (
    <Section title={w.accountsTitle}>
      <div className="flex flex-col gap-5">
        {own.channels.map((channel) => (
          <Account key={channel.platform} channel={channel} actor={actor} />
        ))}
      </div>
    </Section>
  );
}

type State = 'at-rest' | 'saving' | 'saved' | 'unreadable' | 'too-few' | 'failed';

function Account({ channel, actor }: { channel: OwnFigures['channels'][number]; actor: string }) {
  const w = useWords(figuresPage);
  const { platform, handle, followers } = channel;
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<State>('at-rest');
  const value = typed ?? (followers === null ? '' : String(followers));

  async function save(): Promise<void> {
    const read = readFollowers(value);
    if (!read.ok) return setState(read.error);
    setState('saving');
    const done = await ask(actor, 'account', { platform, followers: read.value });
    setState(done.ok ? 'saved' : 'failed');
    if (done.ok) setTyped(null);
  }

  async function forget(): Promise<void> {
    const done = await ask(actor, 'forget', { platform });
    if (!done.ok) setState('failed');
  }

  const errors: Partial<Record<State, string>> = {
    unreadable: w.followersBad,
    'too-few': w.followersFew,
    failed: w.keepFailed,
  };
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={w.followersNow({ platform: platformName(platform) })}
        hint={handle || undefined}
        error={errors[state]}
        inputMode="decimal"
        className="max-w-56"
        value={value}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setState('at-rest');
        }}
      />
      <Button
        type="submit"
        className={handle && !errors[state] ? 'mb-6' : ''}
        disabled={typed === null || state === 'saving'}
      >
        {w.accountSave}
      </Button>
      <Button
        look="plain"
        className={handle && !errors[state] ? 'mb-6' : ''}
        aria-label={w.accountForgetOf({ platform: platformName(platform) })}
        onClick={() => void forget()}
      >
        {w.remove}
      </Button>
      {state === 'saved' && <Done>{w.accountSaved}</Done>}
    </form>
  );
}
