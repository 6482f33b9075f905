// The posts to make, as rows with a form. The same list stands on the guidelines and on the posts.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Place, places, postLanguages, usualPlaces } from '#shared/deliverable.ts';
import { isFilmed } from '#shared/idea.ts';
import { formatsOf, isPlatform, type Platform, platforms } from '#shared/platforms.ts';
import { brief } from '#shared/words/brief.ts';
import { idea } from '#shared/words/idea.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { type Trouble, wrongIn } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Choice, Field, Problem, Select } from './field.tsx';
import { EmptyState, Rows, Section } from './surface.tsx';
import { useNames } from './use-names.ts';
import { useFormat, useReader, useWords } from './words.tsx';

export interface Post {
  id: string;
  ordinal: number;
  title: string;
  platform: string;
  format: string;
  language: string;
  seenIn: string[];
  callToAction: string;
  ideaFirst: boolean;
  draftDue: Date | null;
  reviewDue: Date | null;
  publishDue: Date | null;
  days: { draftDue: string; reviewDue: string; publishDue: string };
  isSent: boolean;
  isBegun: boolean;
}

export interface PostsToMakeProps {
  briefId: string;
  deliverables: Post[];
  timeZone: string;
  mayEdit: boolean;
}

/** "Post 1 · Reel", as it is called everywhere. */
export function usePostName() {
  const w = useWords(brief);
  const { locale } = useReader();
  return (post: { ordinal: number; title: string; format: string }) =>
    [w.post({ n: post.ordinal }), post.title || formatName(post.format, locale)].join(' · ');
}

export function PostsToMake(props: PostsToMakeProps) {
  const w = useWords(brief);
  const { briefId, deliverables, timeZone, mayEdit } = props;
  const add = mayEdit && (
    <DialogForm
      title={w.addDeliverable}
      intent="add-deliverable"
      action={`/briefs/${briefId}/posts`}
      submit={w.addDeliverable}
      trigger={
        <Button>
          <Plus className="size-4" aria-hidden="true" />
          {w.addDeliverable}
        </Button>
      }
    >
      {(problem) => <PostFields problem={problem} timeZone={timeZone} />}
    </DialogForm>
  );
  return (
    <Section title={w.deliverables} action={deliverables.length > 0 && add}>
      {deliverables.length === 0 ? (
        <EmptyState title={w.noDeliverables}>
          <p>{w.noDeliverablesHint}</p>
          {add}
        </EmptyState>
      ) : (
        <Rows>
          {deliverables.map((post) => (
            <PostRow key={post.id} {...props} post={post} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function PostRow({ briefId, post, timeZone, mayEdit }: PostsToMakeProps & { post: Post }) {
  const w = useWords(brief);
  const names = useNames();
  const nameOf = usePostName();
  const name = nameOf(post);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-17 font-medium break-words text-ink">{name}</p>
        <p className="text-15 text-muted">
          {platformName(post.platform)} · {names.language(post.language)} ·{' '}
          {post.seenIn.map(names.place).join(', ')}
        </p>
        {post.callToAction && <p className="text-15 break-words text-ink">{post.callToAction}</p>}
        <Dates post={post} timeZone={timeZone} />
      </div>
      {mayEdit && (
        <div className="-my-2 flex gap-5">
          <DialogForm
            title={w.editDeliverable}
            intent="edit-deliverable"
            action={`/briefs/${briefId}/posts`}
            submit={w.save}
            hidden={{ deliverableId: post.id }}
            trigger={<Button look="plain">{w.edit}</Button>}
          >
            {(problem) => <PostFields problem={problem} timeZone={timeZone} post={post} />}
          </DialogForm>
          {!post.isBegun && (
            <DialogForm
              title={w.removeDeliverable({ name })}
              intent="remove-deliverable"
              action={`/briefs/${briefId}/posts`}
              submit={w.remove}
              hidden={{ deliverableId: post.id }}
              trigger={<Button look="plain">{w.remove}</Button>}
            />
          )}
        </div>
      )}
    </li>
  );
}

export function Dates({
  post,
  timeZone,
}: {
  post: Pick<Post, 'draftDue' | 'reviewDue' | 'publishDue'>;
  timeZone: string;
}) {
  const w = useWords(brief);
  const format = useFormat();
  const due = (['draftDue', 'reviewDue', 'publishDue'] as const).filter((name) => post[name]);
  if (due.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-5 text-15">
      {due.map((name) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted">{w[name]}</dt>
          <dd className="text-ink">{format.date(post[name] as Date, timeZone)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PostFieldsProps {
  problem: Trouble | null;
  timeZone: string;
  post?: Post;
}

function PostFields({ problem, timeZone, post }: PostFieldsProps) {
  const w = useWords(brief);
  const { locale } = useReader();
  const names = useNames();
  const first = post && isPlatform(post.platform) ? post.platform : 'instagram';
  const [platform, setPlatform] = useState<Platform>(first);
  const [format, setFormat] = useState(post?.format ?? formatsOf(first)[0] ?? '');
  const frozen = post?.isSent === true;
  return (
    <>
      {frozen ? (
        <>
          <p className="text-15 text-muted">{w.sentStays}</p>
          <Frozen post={post} />
        </>
      ) : (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              name="platform"
              label={w.platform}
              value={platform}
              onChange={(event) => {
                const next = event.currentTarget.value as Platform;
                setPlatform(next);
                setFormat(formatsOf(next)[0] ?? '');
              }}
            >
              {platforms.map((one) => (
                <option key={one} value={one}>
                  {platformName(one)}
                </option>
              ))}
            </Select>
            <Select
              name="format"
              label={w.format}
              value={format}
              onChange={(event) => setFormat(event.currentTarget.value)}
              error={wrongIn(w, problem, 'format')}
            >
              {formatsOf(platform).map((one) => (
                <option key={one} value={one}>
                  {formatName(one, locale)}
                </option>
              ))}
            </Select>
          </div>
          <Select name="language" label={w.language} defaultValue={post?.language ?? locale}>
            {postLanguages.map((one) => (
              <option key={one} value={one}>
                {names.language(one)}
              </option>
            ))}
          </Select>
          <PlacePicker
            chosen={post?.seenIn ?? ['TH']}
            error={wrongIn(w, problem, 'seenIn')}
            name={names.place}
          />
        </>
      )}
      <Field
        name="title"
        label={w.postTitle}
        defaultValue={post?.title}
        error={wrongIn(w, problem, 'title')}
      />
      <Field
        name="callToAction"
        label={w.callToAction}
        hint={w.callToActionHint}
        defaultValue={post?.callToAction}
        error={wrongIn(w, problem, 'callToAction')}
      />
      <IdeaFirst key={format} isOn={post?.format === format ? post.ideaFirst : isFilmed(format)} />
      <div className="grid gap-4 sm:grid-cols-3">
        {(['draftDue', 'reviewDue', 'publishDue'] as const).map((name) => (
          <Field
            key={name}
            type="date"
            name={name}
            label={w[name]}
            defaultValue={post?.days[name]}
            error={wrongIn(w, problem, name)}
          />
        ))}
      </div>
      <p className="text-13 text-muted">{w.dueHint({ zone: timeZone })}</p>
    </>
  );
}

/** Ticked for what is filmed, until somebody says otherwise. */
function IdeaFirst({ isOn }: { isOn: boolean }) {
  const w = useWords(idea);
  return (
    <>
      <input type="hidden" name="ideaFirst" value="off" />
      <Choice
        type="checkbox"
        name="ideaFirst"
        value="on"
        label={w.ideaFirst}
        hint={w.ideaFirstHint}
        defaultChecked={isOn}
      />
    </>
  );
}

/** The signed half goes along as it is. */
function Frozen({ post }: { post: Post }) {
  return (
    <>
      {(['platform', 'format', 'language'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={post[name]} />
      ))}
      {post.seenIn.map((place) => (
        <input key={place} type="hidden" name="seenIn" value={place} />
      ))}
    </>
  );
}

interface PlacePickerProps {
  chosen: string[];
  error: string | undefined;
  name(place: string): string;
}

function PlacePicker({ chosen, error, name }: PlacePickerProps) {
  const w = useWords(brief);
  const others = places.filter((place) => !usualPlaces.includes(place));
  const box = (place: Place) => (
    <Choice
      key={place}
      type="checkbox"
      name="seenIn"
      value={place}
      label={name(place)}
      defaultChecked={chosen.includes(place)}
    />
  );
  return (
    <fieldset>
      <legend className="text-15 font-medium text-ink">{w.seenIn}</legend>
      <p className="text-13 text-muted">{w.seenInHint}</p>
      <div className="grid grid-cols-2 gap-x-3">{usualPlaces.map(box)}</div>
      <details open={others.some((place) => chosen.includes(place))}>
        <summary className="flex min-h-11 cursor-pointer items-center text-15 text-ink">
          {w.morePlaces}
        </summary>
        <div className="grid grid-cols-2 gap-x-3">{others.map(box)}</div>
      </details>
      {error && <Problem>{error}</Problem>}
    </fieldset>
  );
}
