// Sends what this device still holds of a person's words, without an editor: each document with
// changes is opened until the server has them, or has refused them and they were rescued.
import { draftSchemaVersion } from '#shared/schema/draft.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { parseDocumentName } from '#shared/ids.ts';
import { planSchemaVersion } from '#shared/plan.ts';
import { connect } from './connection.ts';
import { browserDevice, type Device } from './device.ts';
import { listUnsent, type Unsent } from './unsent.ts';

const schemaVersions = {
  guidelines: guidelinesSchemaVersion,
  draft: draftSchemaVersion,
  plan: planSchemaVersion,
};

/** Calls `onChange` whenever a document is done with. Call what it returns to stop. */
export function sendUnsent(
  userId: string,
  onChange: () => void,
  device: Device = browserDevice,
): () => void {
  const stops = listUnsent(userId, device.notes).map((one) => send(userId, one, onChange, device));
  return () => {
    for (const stop of stops) stop();
  };
}

function send(
  userId: string,
  { documentName, epoch }: Unsent,
  onDone: () => void,
  device: Device,
): () => void {
  const kind = parseDocumentName(documentName)?.kind ?? 'draft';
  const connection = connect(
    {
      documentName,
      epoch,
      schemaVersion: schemaVersions[kind],
      userId,
      right: 'write',
      onSave({ phase }) {
        if (phase !== 'saved' && phase !== 'refused') return;
        // After the connection has dealt with the frame that told us.
        queueMicrotask(() => connection.destroy());
        onDone();
      },
    },
    device,
  );
  return () => connection.destroy();
}
