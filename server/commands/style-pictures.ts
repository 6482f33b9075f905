// Describing, ordering and removing pictures of a portfolio or a moodboard. They come by upload.
import { z } from 'zod';
import type { Tx } from '#db/open.ts';
import {
  describeStylePicture,
  placeStylePictures,
  removeStylePicture,
  stylePictureById,
  type StylePictureRow,
  stylePicturesOf,
} from '#db/style-pictures.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { UploadTarget } from '#shared/upload-target.ts';
import { parse } from '../auth/accounts.ts';
import type { Services } from '../services.ts';
import { tellEveryone } from '../telling.ts';
import { mayUpload } from '../upload-target.ts';

const id = z.string().min(1).max(64);
const maxAlt = 1000;

const altForm = z.object({ pictureId: id, alt: z.string().trim().max(maxAlt) });

export async function describePicture(
  s: Services,
  actor: Actor,
  input: z.input<typeof altForm>,
): Promise<Result<null>> {
  const form = parse(altForm, input);
  if (!form.ok) return form;
  return change(s, actor, form.value.pictureId, (tx, row) =>
    describeStylePicture(tx, row.id, form.value.alt),
  );
}

const removeForm = z.object({ pictureId: id });

export async function removePicture(
  s: Services,
  actor: Actor,
  input: z.input<typeof removeForm>,
): Promise<Result<null>> {
  const form = parse(removeForm, input);
  if (!form.ok) return form;
  return change(s, actor, form.value.pictureId, (tx, row) => removeStylePicture(tx, row.id));
}

const moveForm = z.object({ pictureId: id, to: z.coerce.number().int().min(0).max(999) });

/** `to` is the place it has afterwards, counted from 0. */
export async function movePicture(
  s: Services,
  actor: Actor,
  input: z.input<typeof moveForm>,
): Promise<Result<null>> {
  const form = parse(moveForm, input);
  if (!form.ok) return form;
  const { pictureId, to } = form.value;
  return change(s, actor, pictureId, async (tx, row) => {
    const ids = (await stylePicturesOf(tx, row))
      .map((one) => one.id)
      .filter((one) => one !== row.id);
    ids.splice(to, 0, row.id);
    await placeStylePictures(tx, ids);
  });
}

/** Who may add to it may change it. To everyone else the picture does not exist. */
async function change(
  s: Services,
  actor: Actor,
  pictureId: string,
  make: (tx: Tx, row: StylePictureRow) => Promise<void>,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const row = await stylePictureById(tx, pictureId);
    if (!row || !(await mayUpload(tx, actor.userId, targetOf(row)))) return fail('not-found');
    await make(tx, row);
    if (row.briefId) await tellEveryone(s, tx, { kind: 'moodboard', briefId: row.briefId, actor });
    return ok(null);
  });
}

const targetOf = ({ userId, briefId }: StylePictureRow): UploadTarget =>
  userId === null ? { kind: 'moodboard', id: briefId ?? '' } : { kind: 'portfolio', id: userId };
