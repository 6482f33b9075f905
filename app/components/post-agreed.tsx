// What was agreed for a post and how it ended, for both of its sides, also when the post is over.
import { Link } from '@remix-run/react';
import { Handshake } from 'lucide-react';
import type { AgreedView } from '#server/views/agreed.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import { refusing } from '#shared/words/refusing.ts';
import { DealAgreed } from './deal-agreed.tsx';
import { About, AnswerLine } from './post-requests.tsx';
import { Moment } from './surface.tsx';
import { useAgreed } from './use-agreed.ts';
import { useFormat, useWords } from './words.tsx';

/** On a post that ended: how, and all of it at once. */
export default function PostAgreed({ page }: { page: OpenPost }) {
  const w = useWords(refusing);
  const agreed = useAgreed(page.id);
  if (!agreed) return null;
  return (
    <section className="flex flex-col gap-5 rounded-2xl border border-line bg-raised p-4">
      {agreed.ended && <Ended page={page} ended={agreed.ended} />}
      <div>
        <h2 className="flex items-center gap-2 text-17">
          <Handshake className="size-5 text-both" aria-hidden="true" />
          {w.agreed}
        </h2>
        <p className="text-13 text-muted">{w.agreedNote}</p>
      </div>
      <Agreed page={page} agreed={agreed} />
    </section>
  );
}

/** The same among what is seldom wanted, as long as the post goes on. */
export function AgreedSoFar({ page }: { page: OpenPost }) {
  const agreed = useAgreed(page.id);
  return agreed && <Agreed page={page} agreed={agreed} />;
}

function Ended({ page, ended }: { page: OpenPost; ended: NonNullable<AgreedView['ended']> }) {
  const w = useWords(refusing);
  const format = useFormat();
  const isCreator = page.side === 'creator';
  const creator = page.creator.name;
  const { event, name, at, reason, owed } = ended;
  const said =
    event === 'release'
      ? isCreator
        ? w.releasedYou({ name })
        : w.released({ name, creator })
      : isCreator
        ? w.withdrawnYou
        : w.withdrawn({ creator });
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-17">{said}</h2>
      <p className="text-13 text-muted">
        <Moment at={at}>{format.relative(at)}</Moment>
      </p>
      {reason && (
        <p className="border-l-2 border-brand pl-3 text-17 break-words whitespace-pre-line">
          {reason}
        </p>
      )}
      {owed && (
        <p className="text-15">
          <span className="font-semibold">{w.owedIs}:</span> {owed}
        </p>
      )}
    </div>
  );
}

function Agreed({ page, agreed }: { page: OpenPost; agreed: AgreedView }) {
  const w = useWords(refusing);
  const format = useFormat();
  const { version, at, deal, rounds } = agreed;
  const day = (of: number) => format.date(of, page.brief.timeZone);
  return (
    <div className="flex flex-col gap-4">
      {version === null || at === null ? (
        <p className="text-15 text-muted">{w.notAgreed}</p>
      ) : (
        <p className="text-15">
          {w.agreedVersion({ n: version, date: day(at) })} ·{' '}
          <Link to={`/briefs/${page.brief.id}/versions/${version}`}>{w.seeGuidelines}</Link>
        </p>
      )}
      {deal && (
        <div>
          <h3 className="mb-1 text-15 font-semibold">{w.deal}</h3>
          <DealAgreed agreed={agreed} />
        </div>
      )}
      {rounds.length === 0 && <p className="text-15 text-muted">{w.noRequests}</p>}
      {rounds.map(({ at: askedAt, requests }) => (
        <div key={askedAt}>
          <h3 className="mb-1 text-15 font-semibold">{w.requests({ date: day(askedAt) })}</h3>
          <ol className="flex flex-col gap-3">
            {requests.map((request) => (
              <li key={request.id} className="flex flex-col gap-0.5 border-l-2 border-brand pl-3">
                <p className="text-13 text-muted">
                  <About page={page} request={request} />
                </p>
                <p className="text-15 whitespace-pre-wrap">{request.body}</p>
                <AnswerLine request={request} />
                {request.letGo && <p className="text-15">{w.letGoBy({ name: request.letGo })}</p>}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
