// Where an upload goes: who may put something there, whether there is room, and how it is kept. The one
// place that knows all three targets.
import { addFile, countFiles } from '#db/files.ts';
import type { Executor, Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { standingFor } from '#db/standing.ts';
import { addStylePicture, countStylePictures } from '#db/style-pictures.ts';
import { maxFilesPerDraft, type UploadedFile } from '#shared/media.ts';
import { can } from '#shared/roles.ts';
import { maxStylePictures, type UploadTarget } from '#shared/upload-target.ts';

export async function mayUpload(
  db: Executor,
  userId: string,
  { kind, id }: UploadTarget,
): Promise<boolean> {
  if (kind === 'portfolio') {
    return id === userId && (await personById(db, userId))?.kind === 'creator';
  }
  const place = kind === 'draft' ? { draftId: id } : { briefId: id };
  const standing = await standingFor(db, userId, place);
  return standing !== null && can(`${kind}.write`, standing);
}

export async function isFull(db: Executor, target: UploadTarget): Promise<boolean> {
  if (target.kind === 'draft') return (await countFiles(db, target.id)) >= maxFilesPerDraft;
  return (await countStylePictures(db, ownerOf(target))) >= maxStylePictures;
}

/** A draft takes videos too. */
export const takesVideo = ({ kind }: UploadTarget): boolean => kind === 'draft';

interface Keeping {
  id: string;
  target: UploadTarget;
  name: string;
  userId: string;
  at: Date;
  stored: UploadedFile;
}

export async function keepUpload(tx: Tx, { id, target, name, userId, at, stored }: Keeping) {
  const { hash, mime, size, width, height } = stored;
  const row = { id, hash, mime, size, width, height, name, uploadedBy: userId, createdAt: at };
  if (target.kind === 'draft') await addFile(tx, { ...row, draftId: target.id });
  else await addStylePicture(tx, { ...row, ...ownerOf(target) });
}

function ownerOf({ kind, id }: UploadTarget) {
  return kind === 'portfolio' ? { userId: id, briefId: null } : { userId: null, briefId: id };
}
