// A deal to read: what was written down of it, and where two of them differ, one under the other.
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  contractUrl,
  type Deal,
  type DealField,
  dealFields,
  type DealRights,
  isWritten,
} from '#shared/deal.ts';
import { deal as words } from '#shared/words/deal.ts';
import { useWords } from './words.tsx';

export interface OfDeal {
  briefId: string;
  userId: string;
}

export function DealRows({ deal, of }: { deal: Deal; of: OfDeal }) {
  const w = useWords(words);
  return (
    <dl className="flex flex-col gap-3">
      {dealFields
        .filter((field) => isWritten(deal, field))
        .map((field) => (
          <div key={field}>
            <dt className="text-13 text-muted">{w[field]}</dt>
            <dd className="text-17 break-words whitespace-pre-line text-ink">
              <DealValue {...{ deal, field, of }} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** What was agreed and what is new, field by field; nothing else changed. */
export function DealDifference({
  agreed,
  written,
  changes,
  of,
}: {
  agreed: Deal;
  written: Deal;
  changes: DealField[];
  of: OfDeal;
}) {
  const w = useWords(words);
  return (
    <dl className="flex flex-col gap-4">
      {changes.map((field) => (
        <div key={field}>
          <dt className="mb-1 text-13 text-muted">{w[field]}</dt>
          <dd className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-17 break-words whitespace-pre-line text-ink">
            <Side label={w.was}>
              <DealValue {...{ deal: agreed, field, of }} />
            </Side>
            <Side label={w.now} isNew>
              <DealValue {...{ deal: written, field, of }} />
            </Side>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({
  label,
  isNew = false,
  children,
}: {
  label: string;
  isNew?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <span className="pt-0.5 text-13 text-muted">{label}</span>
      <span className={`min-w-0 ${isNew ? 'font-medium' : 'text-muted'}`}>{children}</span>
    </>
  );
}

function DealValue({ deal, field, of }: { deal: Deal; field: DealField; of: OfDeal }) {
  const w = useWords(words);
  if (!isWritten(deal, field)) return <>{w.nothing}</>;
  if (field === 'rights') return <Rights rights={deal.rights} />;
  if (field === 'contract') return <ContractLink {...{ contract: deal.contract, of }} />;
  if (field === 'link') {
    return (
      <a
        href={deal.link}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center break-all"
      >
        {deal.link}
      </a>
    );
  }
  return <>{deal[field]}</>;
}

function Rights({ rights }: { rights: DealRights | null }) {
  const w = useWords(words);
  if (!rights) return null;
  const { channels, time, paid, edits } = rights;
  const lines = [
    channels,
    time,
    paid ? w.paidYes : w.paidNo,
    edits ? w.editsYes : w.editsNo,
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  );
}

/** A file to save, by a plain link: no page of ours opens it. */
export function ContractLink({ contract, of }: { contract: Deal['contract']; of: OfDeal }) {
  if (!contract) return null;
  return (
    <a
      href={contractUrl(of, contract.hash)}
      download={contract.name}
      className="inline-flex min-h-11 items-center gap-2 break-all"
    >
      <FileText className="size-5 shrink-0" aria-hidden="true" />
      {contract.name}
    </a>
  );
}
