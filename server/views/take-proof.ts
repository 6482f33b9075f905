// The proof on paper, beside the signed file: what was approved, by whom and how, and how to check it.
// It is read out of the stored proof, never out of what the rows say by now.
import { filesOfDraft } from '#db/files.ts';
import { partsOfForm } from '#shared/content-id.ts';
import {
  type ExportBlock,
  type ExportDocument,
  type Fact,
  heading,
  plain,
} from '#shared/export/document.ts';
import { postBlocks } from '#shared/export/post.ts';
import { namesFor } from '#shared/format.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import type { Proof } from '#shared/proof.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { taken } from '#shared/words/taken.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { pageUrl } from '../auth/visitor.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import { fileOf, type TakenFile } from '../export/file.ts';
import { type Reading, readingFor } from '../export/reading.ts';
import { proofOf } from '../proofs.ts';
import type { Services } from '../services.ts';
import { postName } from './take-post.ts';

export async function takeProof(
  s: Services,
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<Result<TakenFile>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  if (!can('draft.read', found.value.standing)) return fail('not-found');
  const text = await proofOf(s, found.value);
  if (text === null) return fail('not-now');
  const proof = JSON.parse(text) as Proof;
  const reading = readingFor(s, actor, found.value.brief.timeZone);
  const files = await filesOfDraft(s.db, draftId);
  const fileNames = new Map(files.map(({ hash, name }) => [hash, name]));
  const checkAt = pageUrl(s, '/proof');
  const doc = proofDocument({ proof, found: found.value, reading, fileNames, checkAt });
  const { brief, creator } = found.value;
  const name = postName(found.value, reading.locale);
  const stem = [brief.title, creator.name, name, taken[reading.locale].proofTitle].join(' - ');
  return ok(await fileOf(doc, { stem, format: 'pdf' }));
}

interface Proving {
  proof: Proof;
  found: DraftCase;
  reading: Reading;
  fileNames: ReadonlyMap<string, string>;
  /** Where a proof is checked. */
  checkAt: string;
}

function proofDocument({ proof, found, reading, fileNames, checkAt }: Proving): ExportDocument {
  const { locale, foot } = reading;
  const w = taken[locale];
  const { platform, format } = proof.subject.deliverable;
  const parts = partsOfForm(proof.content);
  const kinds = partsOf(platform as Platform, format as Format);
  const name = `${found.creator.name} · ${postName(found, locale)}`;
  return {
    lang: locale,
    title: w.proofTitle,
    subtitle: `${name} · ${found.brief.title} · ${found.brief.brandName}`,
    blocks: [
      { kind: 'text', runs: plain(w.proofIntro), look: 'large' },
      heading(w.decisions),
      ...decisionBlocks(proof, reading),
      heading(w.subject),
      { kind: 'facts', facts: subjectFacts(proof, reading) },
      ...postBlocks({ parts, kinds, locale, fileNames }).map(oneLevelLower),
      heading(w.howToCheck),
      { kind: 'list', isOrdered: true, items: w.checkSteps.split('\n').map(plain) },
      { kind: 'address', url: checkAt },
      { kind: 'facts', facts: signatureFacts(proof, reading) },
    ],
    notesTitle: '',
    notes: [],
    foot: foot(name),
  };
}

/** The parts are what was approved, and stand under that heading. */
const oneLevelLower = (block: ExportBlock): ExportBlock =>
  block.kind === 'heading' ? { ...block, level: 2 } : block;

function decisionBlocks({ decisions, reinvitations }: Proof, reading: Reading): ExportBlock[] {
  const { locale, format } = reading;
  const w = taken[locale];
  // In UTC, as the proof has them: whoever checks may be anywhere.
  const when = (at: string) => `${format.dateTime(at, 'UTC')} UTC`;
  const line = (said: string, how: string): ExportBlock => ({
    kind: 'text',
    runs: [{ text: said, strong: true }, { text: `\n${how}` }],
  });
  return [
    ...decisions.map(({ side, who, at, method }) =>
      line(
        side === 'brand' ? w.brandKey(who) : w.creatorKey(who),
        w.how({ when: when(at), method }),
      ),
    ),
    ...reinvitations.map(({ at, by }) => line(w.reinvited, `${when(at)}, ${by.name}`)),
  ];
}

function subjectFacts({ subject }: Proof, { locale }: Reading): Fact[] {
  const w = taken[locale];
  const names = namesFor(locale);
  const { platform, format, language, seenIn } = subject.deliverable;
  return [
    { name: w.platform, value: `${platformName(platform)} · ${formatName(format, locale)}` },
    { name: w.language, value: names.language(language) },
    { name: w.seenIn, value: seenIn.map(names.place).join(', ') },
    { name: w.guidelinesVersion, value: `v${subject.guidelinesVersion}` },
  ];
}

function signatureFacts(proof: Proof, { locale }: Reading): Fact[] {
  const w = taken[locale];
  return [
    { name: w.contentId, value: proof.subject.contentId },
    { name: w.approvalId, value: proof.approvalId },
    { name: w.keyId, value: proof.keyId },
    { name: w.signature, value: proof.signature },
  ];
}
