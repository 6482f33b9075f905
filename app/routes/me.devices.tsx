import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Laptop, Smartphone } from 'lucide-react';
import { z } from 'zod';
import { Rows } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { Section, SettingsPage } from '#app/entrance/door.tsx';
import { Button } from '#app/components/button.tsx';
import { Problem } from '#app/components/field.tsx';
import { Done } from '#app/entrance/done.tsx';
import { OtherDevice } from '#app/entrance/other-device.tsx';
import { problemWords } from '#app/entrance/problems.ts';
import { fieldsOf } from '#app/entrance/through.ts';
import { unwrap } from '#app/unwrap.ts';
import { errorTable, type Problem as Trouble } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const devices = unwrap(await context.views.myDevices(), request);
  return { devices, kind: context.actor?.kind ?? 'creator' };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add') }),
  z.object({ intent: z.literal('end'), sessionId: z.string() }),
  z.object({ intent: z.literal('end-others') }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return refused({ code: 'bad-input' });
  const { commands } = context;
  if (input.data.intent === 'add') {
    const added = await commands.addDevice();
    return added.ok ? data({ added: added.value }) : refused(added.error);
  }
  if (input.data.intent === 'end') {
    const ended = await commands.signOutDevice(input.data);
    return ended.ok ? data({ ended: 1 }) : refused(ended.error);
  }
  const ended = await commands.signOutElsewhere();
  return ended.ok ? data({ others: true }) : refused(ended.error);
}

const refused = (problem: Trouble) => data({ problem }, errorTable[problem.code].status);

export default function Devices() {
  const w = useWords(auth);
  const { devices, kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const others = devices.filter((device) => !device.here);
  return (
    <SettingsPage title={w.devicesTitle} intro={w.devicesIntro}>
      {answer && 'problem' in answer && <Problem>{problemWords(w, answer.problem)}</Problem>}
      {answer && 'others' in answer && <Done>{w.everywhereDone}</Done>}
      <Rows>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </Rows>
      {others.length > 0 ? (
        <Form method="post">
          <Button type="submit" name="intent" value="end-others">
            {w.everywhere}
          </Button>
        </Form>
      ) : (
        <p className="text-15 text-muted">{w.onlyThis}</p>
      )}
      <Section title={w.anotherPhone} intro={w.anotherPhoneIntro}>
        {answer && 'added' in answer && <OtherDevice device={answer.added} />}
        <Form method="post">
          <Button type="submit" look={kind} name="intent" value="add">
            {answer && 'added' in answer ? w.newDigits : w.makeDigits}
          </Button>
        </Form>
      </Section>
    </SettingsPage>
  );
}

type Device = ReturnType<typeof useLoaderData<typeof loader>>['devices'][number];

function DeviceRow({ device }: { device: Device }) {
  const w = useWords(auth);
  const format = useFormat();
  const name = useDeviceName(device);
  const how = useMethod(device.method);
  const Icon = /iPhone|Android|iPad/.test(device.system ?? '') ? Smartphone : Laptop;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon className="size-5 shrink-0 text-muted" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="text-17 text-ink">
          {name}
          {device.here && <span className="text-13 text-muted"> · {w.here}</span>}
        </p>
        <p className="text-13 text-muted">
          {w.lastSeen({ when: format.relative(device.lastSeen) })}
          {how && ` · ${how}`}
        </p>
      </div>
      {!device.here && (
        <Form method="post">
          <input type="hidden" name="sessionId" value={device.id} />
          <Button
            type="submit"
            name="intent"
            value="end"
            aria-label={w.sendAwayOf({ device: name })}
          >
            {w.sendAway}
          </Button>
        </Form>
      )}
    </li>
  );
}

function useDeviceName({ browser, system }: Pick<Device, 'browser' | 'system'>): string {
  const w = useWords(auth);
  if (browser && system) return w.onSystem({ browser, system });
  return browser ?? system ?? w.unknownDevice;
}

function useMethod(method: string | null): string | undefined {
  const w = useWords(auth);
  const ways: Record<string, string> = {
    password: w.byPassword,
    invitation: w.byInvitation,
    're-invitation': w.byReinvitation,
    'sign-in link': w.byLink,
    letter: w.byLetter,
    code: w.byCode,
    'set-up': w.bySetUp,
    demo: w.byDemo,
  };
  return method ? ways[method] : undefined;
}
