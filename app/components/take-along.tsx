// "Take it with you": what, and as which file. The files are links, so that a browser saves them as it
// saves anything, without a script in between.
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { isEmptyPart, type Parts, partText } from '#shared/parts.ts';
import type { Side } from '#shared/roles.ts';
import { takeAlong } from '#shared/words/take-along.ts';
import { post } from '#shared/words/post.ts';
import { Button, ButtonLink } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { Choice, Select } from './field.tsx';
import { useFormat, useWords } from './words.tsx';

interface Offer {
  /** The page that gives it out, with everything but the format. */
  address: string;
  name: string;
}

const formats = ['pdf', 'docx', 'md'] as const;

/** The first of `offers` is chosen. */
export function TakeAlong({
  offers,
  side,
  children,
}: {
  offers: readonly Offer[];
  side: Side;
  /** What can be taken without a file. */
  children?: ReactNode;
}) {
  const w = useWords(takeAlong);
  const [address, setAddress] = useState(offers[0]?.address ?? '');
  const [format, setFormat] = useState<(typeof formats)[number]>('pdf');
  return (
    <Dialog
      title={w.title}
      description={w.note}
      trigger={
        <Button className="self-start">
          <Download className="size-4" aria-hidden="true" />
          {w.open}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={w.what}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        >
          {offers.map((offer) => (
            <option key={offer.address} value={offer.address}>
              {offer.name}
            </option>
          ))}
        </Select>
        <fieldset className="flex flex-col">
          <legend className="text-15 font-medium text-ink">{w.format}</legend>
          {formats.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="as"
              label={w[one]}
              hint={w[`${one}Note`]}
              checked={format === one}
              onChange={() => setFormat(one)}
            />
          ))}
        </fieldset>
        <ButtonLink
          look={side}
          reloadDocument
          download
          to={`${address}&as=${format}`}
          className="self-start"
        >
          <Download className="size-4" aria-hidden="true" />
          {w.take}
        </ButtonLink>
        {children}
      </div>
    </Dialog>
  );
}

const postAddress = (id: string, what: string) => `/posts/${id}/take?what=${what}`;
const guidelinesAddress = (id: string, what: string) => `/briefs/${id}/take?what=${what}`;

/** Everything there is of a post, the newest first, with the guidelines it was written to. */
export function TakePost({ page, parts }: { page: OpenPost; parts: Parts | null }) {
  const w = useWords(takeAlong);
  const format = useFormat();
  const { brief, guidelines } = page;
  const versions = page.activity.flatMap(({ event, n, at }) => {
    const when = format.dateTime(at, brief.timeZone);
    return event === 'send' && n !== null
      ? [{ address: postAddress(page.id, `v${n}`), name: w.version({ n, when }) }]
      : [];
  });
  const offers = [
    { address: postAddress(page.id, 'now'), name: w.now },
    { address: postAddress(page.id, 'comments'), name: w.comments },
    ...versions.toReversed(),
    ...(guidelines
      ? [
          {
            address: guidelinesAddress(brief.id, `v${guidelines.n}`),
            name: w.guidelines(guidelines),
          },
        ]
      : []),
  ];
  return (
    <TakeAlong offers={offers} side={page.side}>
      {parts && <CopyParts parts={parts} />}
    </TakeAlong>
  );
}

const copied = ['title', 'caption', 'firstComment'] as const;

function CopyParts({ parts }: { parts: Parts }) {
  const w = useWords(takeAlong);
  const say = useWords(post);
  const texts = copied.filter((part) => !isEmptyPart(parts, part));
  if (texts.length === 0) return null;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-15 font-medium">{w.copyTitle}</h3>
      <p className="text-13 text-muted">{w.copyNote}</p>
      <div className="flex flex-wrap gap-2">
        {texts.map((part) => (
          <CopyButton
            key={part}
            text={partText(parts, part)}
            label={part === 'caption' ? say.copyCaption : say.copyPart({ part: say[part] })}
          />
        ))}
      </div>
    </section>
  );
}

/** A published version, and what was said about the guidelines where that is heard. */
export function TakeGuidelines({
  briefId,
  versions,
  side,
  hasComments,
}: {
  briefId: string;
  /** Their numbers, the newest first. */
  versions: readonly number[];
  side: Side;
  hasComments: boolean;
}) {
  const w = useWords(takeAlong);
  const offers = [
    ...versions.map((n) => ({
      address: guidelinesAddress(briefId, `v${n}`),
      name: w.guidelines({ n }),
    })),
    ...(hasComments
      ? [{ address: guidelinesAddress(briefId, 'comments'), name: w.guidelinesComments }]
      : []),
  ];
  return versions.length > 0 ? <TakeAlong offers={offers} side={side} /> : null;
}
