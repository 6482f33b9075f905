// A creator's row on the brand's side: where the invitation stands, the deal, what was asked and
// agreed, and what can be done about it. Ways in are only ever invitations.
import { useFetcher } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HandedLinkProps } from '#app/entrance/handed-link.tsx';
import type { LinkPhase } from '#server/views/creators.ts';
import type { AgreementState } from '#shared/agreement.ts';
import type { DealPhase } from '#shared/deal.ts';
import type { InvitationState } from '#shared/invitation-state.ts';
import { brief } from '#shared/words/brief.ts';
import { deal as dealWords } from '#shared/words/deal.ts';
import { fit } from '#shared/words/fit.ts';
import { invite } from '#shared/words/invite.ts';
import type { Locale } from '#shared/words/words.ts';
import type { Answer } from './brief-answer.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { LinkToHand } from './brief-link.tsx';
import { problemWords, type Trouble, wrongIn } from './brief-problems.ts';
import { Button, ButtonLink } from './button.tsx';
import { Field, Problem, TextArea } from './field.tsx';
import { Nudge } from './invite-nudge.tsx';
import { Replace, type ReplaceProps } from './invite-replace.tsx';
import { InvitationPill, Since } from './invite-standing.tsx';
import { Avatar, StatusPill } from './people.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export type CreatorState = 'invited' | 'opened' | 'asked' | 'in' | 'declined' | 'removed';

export interface DealTerms {
  fee: string;
  product: string;
  code: string;
  terms: string;
}

export interface CreatorOnPage {
  userId: string;
  name: string;
  locale: Locale;
  handle: string;
  state: CreatorState;
  note: string | null;
  invitedAt: Date;
  link: LinkPhase;
  linkUntil: Date | null;
  waits: boolean;
  mayCopy: boolean;
  deal: (DealTerms & { phase: DealPhase }) | null;
  agreed: number;
  agreement: AgreementState;
  exchanges: { byCreator: boolean; text: string; at: Date }[];
  status: InvitationState;
  posts: { ordinal: number; title: string; format: string }[] | null;
  replacedBy: string | null;
  nudgedAt: Date | null;
  mayNudge: boolean;
  mayReplace: boolean;
  /** Where to reach who owes an answer, as a link. */
  call: string | null;
}

export interface CreatorCardProps {
  briefId: string;
  brandName: string;
  newest: number;
  mayInvite: boolean;
  creator: CreatorOnPage;
  /** Who could take over this creator's posts. */
  others: ReplaceProps['others'];
}

export function CreatorCard(props: CreatorCardProps) {
  const { newest, mayInvite, creator } = props;
  const w = useWords(brief);
  const { name, handle, state, note, waits } = creator;
  return (
    <li className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={name} side="creator" />
        <div className="min-w-0 flex-1">
          <p className="text-17 font-medium break-words text-ink">{name}</p>
          <p className="text-13 break-words text-muted">
            {handle && `${handle} · `}
            <LinkLine creator={creator} />
          </p>
        </div>
        <InvitationPill status={creator.status} />
      </div>
      <Since creator={creator} />
      {state === 'declined' && note && <Quote>{note}</Quote>}
      {state === 'in' && <Agreed {...{ newest, creator }} />}
      {waits && (
        <p className="rounded-xl border border-edge px-3 py-2.5 text-15 text-ink">
          {w.asksForLink({ name })}
        </p>
      )}
      <Exchanges creator={creator} />
      {creator.deal && <DealLine deal={creator.deal} name={name} />}
      {state !== 'removed' && <RateFit briefId={props.briefId} userId={creator.userId} />}
      {mayInvite && <CreatorActions {...props} />}
    </li>
  );
}

function RateFit({ briefId, userId }: { briefId: string; userId: string }) {
  const w = useWords(fit);
  return (
    <ButtonLink
      look="plain"
      to={`/briefs/${briefId}/creators/${userId}/fit`}
      className="self-start"
    >
      {w.link}
    </ButtonLink>
  );
}

function Quote({ children }: { children: ReactNode }) {
  return (
    <blockquote className="border-l-2 border-creator pl-3 text-15 break-words whitespace-pre-line text-ink">
      {children}
    </blockquote>
  );
}

/** Until they are in, what became of the link; afterwards when they were asked. */
function LinkLine({ creator }: { creator: CreatorOnPage }) {
  const w = useWords(brief);
  const format = useFormat();
  const { state, link, linkUntil, invitedAt } = creator;
  if (state === 'invited' && link === 'waiting' && linkUntil) {
    return w.linkWaiting({ date: format.date(linkUntil, 'UTC') });
  }
  if (state === 'invited' && link === 'expired') return w.linkExpired;
  if (state === 'invited' && link === 'revoked') return w.linkRevoked;
  if (state === 'invited' && link === 'none') return w.linkNone;
  return w.invitedOn({ date: format.date(invitedAt, 'UTC') });
}

function Agreed({ newest, creator }: { newest: number; creator: CreatorOnPage }) {
  const w = useWords(brief);
  return (
    <p className="text-15 text-ink">
      {creator.agreement === 'again'
        ? w.agreeAgain({ n: newest })
        : w.agreedTo({ n: creator.agreed })}
    </p>
  );
}

function Exchanges({ creator }: { creator: CreatorOnPage }) {
  const w = useWords(brief);
  if (creator.exchanges.length === 0) return null;
  return (
    <ol aria-label={w.questions} className="flex flex-col gap-2">
      {creator.exchanges.map(({ byCreator, text, at }) => (
        <li
          key={`${new Date(at).getTime()}${text}`}
          className={`border-l-2 pl-3 text-15 break-words whitespace-pre-line text-ink ${byCreator ? 'border-creator' : 'border-brand'}`}
        >
          <span className="block text-13 text-muted">{byCreator ? creator.name : w.youSide}</span>
          {text}
        </li>
      ))}
    </ol>
  );
}

function DealLine({ deal, name }: { deal: NonNullable<CreatorOnPage['deal']>; name: string }) {
  const w = useWords(brief);
  const say = useWords(dealWords);
  const waits = deal.phase === 'kept' ? say.keeps({ name }) : say.waitsFor({ name });
  const parts = [
    [w.fee, deal.fee],
    [w.productDeal, deal.product],
    [w.code, deal.code],
  ].filter(([, value]) => value !== '');
  if (parts.length === 0 && deal.terms === '') {
    return <p className="text-15 text-muted">{w.noDeal}</p>;
  }
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-15">
      {(deal.phase === 'changed' || deal.phase === 'kept') && (
        <div className="basis-full">
          <StatusPill turn={deal.phase === 'kept' ? 'brand' : 'creator'}>{waits}</StatusPill>
        </div>
      )}
      {parts.map(([label, value]) => (
        <div key={label} className="flex gap-1.5">
          <dt className="text-muted">{label}</dt>
          <dd className="break-words text-ink">{value}</dd>
        </div>
      ))}
      {deal.terms && (
        <div className="basis-full">
          <dt className="text-muted">{w.terms}</dt>
          <dd className="break-words whitespace-pre-line text-ink">{deal.terms}</dd>
        </div>
      )}
    </dl>
  );
}

function CreatorActions({ briefId, brandName, creator, others }: CreatorCardProps) {
  const w = useWords(brief);
  const i = useWords(invite);
  const { open: openDeal } = useWords(dealWords);
  const { userId, name, state, exchanges } = creator;
  const hidden = { userId };
  const isOut = state === 'declined' || state === 'removed';
  const isOver = state === 'removed';
  return (
    <div className="flex flex-wrap items-start gap-x-5">
      {creator.deal && (
        <ButtonLink look="plain" to={`/briefs/${briefId}/creators/${userId}`}>
          {openDeal}
        </ButtonLink>
      )}
      {creator.mayCopy && <CopyInvitation creator={creator} />}
      <Nudge
        userIds={[userId]}
        brandName={brandName}
        label={i.nudge}
        look="plain"
        isPossible={creator.mayNudge}
      />
      {creator.call && (
        <ButtonLink look="plain" to={creator.call}>
          {i.call({ name })}
        </ButtonLink>
      )}
      {exchanges.length > 0 && !isOver && (
        <DialogForm
          title={w.answerLabel({ name })}
          intent="answer-question"
          submit={w.sendAnswer}
          hidden={hidden}
          trigger={<Button look="plain">{w.answer}</Button>}
        >
          {(problem) => (
            <>
              <Exchanges creator={creator} />
              <TextArea
                name="text"
                label={w.answerLabel({ name })}
                error={wrongIn(w, problem, 'text')}
              />
            </>
          )}
        </DialogForm>
      )}
      {creator.link === 'waiting' && !isOver && (
        <Act intent="revoke-link" userId={userId}>
          {w.revoke}
        </Act>
      )}
      {isOut && (
        <Act intent="ask-again" userId={userId}>
          {w.askAgain}
        </Act>
      )}
      <Replace creator={creator} others={others} />
      {!isOver && (
        <DialogForm
          title={w.removeCreator({ name })}
          description={w.removeCreatorHint}
          intent="remove-creator"
          submit={w.removeCreator({ name })}
          hidden={hidden}
          trigger={<Button look="plain">{w.remove}</Button>}
        />
      )}
    </div>
  );
}

function Act({ intent, userId, children }: { intent: string; userId: string; children: string }) {
  const fetcher = useFetcher<Answer>();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="userId" value={userId} />
      <Button type="submit" look="plain" name="intent" value={intent}>
        {children}
      </Button>
    </fetcher.Form>
  );
}

/** A new link takes the place of the one before; it is shown this once. */
function CopyInvitation({ creator }: { creator: CreatorOnPage }) {
  const w = useWords(brief);
  const { locale } = useReader();
  const fetcher = useFetcher<Answer<HandedLinkProps>>();
  const { value, problem } = fetcher.data ?? {};
  return (
    <fetcher.Form method="post" className={value ? 'basis-full' : undefined}>
      <input type="hidden" name="intent" value="copy-invitation" />
      <input type="hidden" name="userId" value={creator.userId} />
      {value ? (
        <LinkToHand {...value} />
      ) : (
        <Button type="submit" look="plain" disabled={fetcher.state !== 'idle'}>
          {creator.waits ? w.newLinkAgain : w.newLink}
        </Button>
      )}
      {problem && <Problem>{problemWords(w, locale, problem)}</Problem>}
    </fetcher.Form>
  );
}

export interface DealFieldsProps {
  problem: Trouble | null;
  deal?: DealTerms | null;
  handle?: string;
}

export function DealFields({ problem, deal, handle }: DealFieldsProps) {
  const w = useWords(brief);
  const wrong = (field: string) => wrongIn(w, problem, field);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="handle"
          label={w.handle}
          hint={w.handleHint}
          defaultValue={handle}
          error={wrong('handle')}
        />
        <Field
          name="phone"
          type="tel"
          label={w.phone}
          hint={w.phoneHint}
          autoComplete="off"
          error={wrong('phone')}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="fee" label={w.fee} defaultValue={deal?.fee} error={wrong('fee')} />
        <Field name="code" label={w.code} defaultValue={deal?.code} error={wrong('code')} />
      </div>
      <Field
        name="product"
        label={w.productDeal}
        defaultValue={deal?.product}
        error={wrong('product')}
      />
      <TextArea
        name="terms"
        label={w.terms}
        hint={w.termsHint}
        defaultValue={deal?.terms}
        error={wrong('terms')}
      />
    </>
  );
}
